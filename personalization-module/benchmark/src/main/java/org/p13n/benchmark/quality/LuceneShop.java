package org.p13n.benchmark.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.RAMDirectory;
import org.apache.lucene.util.Version;
import org.p13n.engine.model.content.ItemText;

/** Plain Lucene over the products: English words, BM25, any of the words. */
final class LuceneShop implements AutoCloseable {
    private static final Version VERSION = Version.LUCENE_4_10_4;

    private final Analyzer english = new EnglishAnalyzer(VERSION);
    private final Directory directory = new RAMDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final NumericDocValues ids;

    LuceneShop(List<ItemText> products) throws IOException {
        IndexWriterConfig settings = new IndexWriterConfig(VERSION, english);
        settings.setSimilarity(new BM25Similarity());
        try (IndexWriter writer = new IndexWriter(directory, settings)) {
            for (ItemText product : products) {
                writer.addDocument(document(product));
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity());
        ids = MultiDocValues.getNumericValues(reader, "id");
    }

    private static Document document(ItemText product) {
        Document document = new Document();
        document.add(new NumericDocValuesField("id", product.itemId()));
        document.add(new TextField("title", product.name(), Field.Store.NO));
        document.add(new TextField("brand", product.brand(), Field.Store.NO));
        document.add(new TextField("description", product.description(), Field.Store.NO));
        String everything =
                String.join(" ", product.name(), product.description(), product.brand(), attributeText(product));
        document.add(new TextField("everything", everything, Field.Store.NO));
        return document;
    }

    /** The values of the attributes that are texts. */
    static String attributeText(ItemText product) {
        return product.attributes().stream()
                .filter(attribute -> attribute.startsWith("t_"))
                .map(ItemText::valueOf)
                .collect(Collectors.joining(" "));
    }

    /**
     * The ids of all products with any of the words, best first; each word counts where it scores best.
     *
     * @param fields with optional weights, such as {@code title^3 description}
     */
    long[] search(String query, String fields) throws IOException {
        BooleanQuery all = new BooleanQuery(true);
        for (String word : words(query)) {
            DisjunctionMaxQuery anywhere = new DisjunctionMaxQuery(0);
            for (String field : fields.split(" ")) {
                String[] parts = field.split("\\^");
                Query inField = new TermQuery(new Term(parts[0], word));
                inField.setBoost(parts.length > 1 ? Float.parseFloat(parts[1]) : 1);
                anywhere.add(inField);
            }
            all.add(anywhere, BooleanClause.Occur.SHOULD);
        }
        ScoreDoc[] found = searcher.search(all, reader.maxDoc()).scoreDocs;
        long[] items = new long[found.length];
        for (int i = 0; i < found.length; i++) {
            items[i] = ids.get(found[i].doc);
        }
        return items;
    }

    private List<String> words(String text) throws IOException {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = english.tokenStream("text", text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        }
        return words;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
        english.close();
    }
}
