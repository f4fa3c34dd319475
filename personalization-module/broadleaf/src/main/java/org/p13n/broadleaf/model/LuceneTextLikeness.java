package org.p13n.broadleaf.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.TermsFilter;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Filter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.RAMDirectory;
import org.apache.lucene.util.Version;
import org.p13n.engine.model.content.ItemText;
import org.p13n.engine.model.content.TextLikeness;
import org.p13n.engine.model.content.Words;

/** Likeness of texts by the Lucene that the platform brings: what a product's own rarest words find. In memory. */
public final class LuceneTextLikeness implements TextLikeness {
    /*
     * Uses only what Lucene 4.4 (the platform's) and 4.10 (a newer Solr's) have in common. A product's rarest words that
     * others have too ask for its like (as MoreLikeThis does), by BM25. How well an item answers in a field, divided by how
     * well the product answers itself, is its likeness there: 1 for a twin, at most 1.
     */
    private static final Version VERSION = oldestVersion();

    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final int NAME_WORDS = 16;
    private static final int DESCRIPTION_WORDS = 24;

    private final Words words;
    private final IndexReader reader;
    private final IndexSearcher searcher;
    private final Map<Long, Integer> documents = new HashMap<>();
    private final long[] ids;

    private LuceneTextLikeness(Iterable<ItemText> items, Analyzer analyzer) throws IOException {
        words = new LuceneWords(analyzer);
        Directory directory = new RAMDirectory();
        IndexWriterConfig settings = new IndexWriterConfig(VERSION, analyzer);
        settings.setSimilarity(new BM25Similarity());
        try (IndexWriter writer = new IndexWriter(directory, settings)) {
            for (ItemText item : items) {
                if (documents.putIfAbsent(item.itemId(), -1) == null) {
                    writer.addDocument(document(item));
                }
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity());
        ids = new long[reader.maxDoc()];
        for (int document = 0; document < ids.length; document++) {
            ids[document] = Long.parseLong(reader.document(document).get(ID));
            documents.put(ids[document], document);
        }
    }

    /** Takes catalogs in with English words, or those of another analyzer for a shop of another language. */
    public static Factory english() {
        return with(new EnglishAnalyzer(VERSION));
    }

    /** Takes catalogs in with the analyzer's words. */
    public static Factory with(Analyzer analyzer) {
        return items -> {
            try {
                return new LuceneTextLikeness(items, analyzer);
            } catch (IOException e) {
                throw new UncheckedIOException("Lucene cannot index the catalog in memory", e);
            }
        };
    }

    @Override
    public void similar(long itemId, int limit, Visitor visitor) {
        Integer document = documents.get(itemId);
        if (document == null || limit < 1) {
            return;
        }
        try {
            Document own = reader.document(document);
            Query name = query(NAME, own.get(NAME), NAME_WORDS);
            Query description = query(DESCRIPTION, own.get(DESCRIPTION), DESCRIPTION_WORDS);
            int[] found = search(name, description, document, limit);
            double[] names = likenesses(name, document, found);
            double[] descriptions = likenesses(description, document, found);
            for (int i = 0; i < found.length; i++) {
                visitor.visit(ids[found[i]], names[i], descriptions[i]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Lucene cannot search its index in memory", e);
        }
    }

    /** The documents that answer both queries best, without the product's own. */
    private int[] search(Query name, Query description, int own, int limit) throws IOException {
        BooleanQuery both = new BooleanQuery(true);
        both.add(name, BooleanClause.Occur.SHOULD);
        both.add(description, BooleanClause.Occur.SHOULD);
        return Arrays.stream(searcher.search(both, limit + 1).scoreDocs)
                .mapToInt(hit -> hit.doc)
                .filter(document -> document != own)
                .limit(limit)
                .toArray();
    }

    private double[] likenesses(Query query, int own, int[] found) throws IOException {
        List<Term> wanted = new ArrayList<>();
        wanted.add(new Term(ID, Long.toString(ids[own])));
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            wanted.add(new Term(ID, Long.toString(ids[found[i]])));
            places.put(found[i], i);
        }
        Filter these = new TermsFilter(wanted);
        double[] scores = new double[found.length];
        double ownScore = 0;
        for (ScoreDoc hit : searcher.search(query, these, wanted.size()).scoreDocs) {
            if (hit.doc == own) {
                ownScore = hit.score;
            } else {
                scores[places.get(hit.doc)] = hit.score;
            }
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = ownScore > 0 ? Math.min(1, scores[i] / ownScore) : 0;
        }
        return scores;
    }

    /** The text's rarest words that stand in another document as well. */
    private BooleanQuery query(String field, String text, int most) throws IOException {
        Map<String, Integer> frequencies = new LinkedHashMap<>();
        words.read(text, word -> frequencies.put(word, 0));
        List<Term> terms = new ArrayList<>();
        for (String word : frequencies.keySet()) {
            Term term = new Term(field, word);
            frequencies.put(word, reader.docFreq(term));
            if (frequencies.get(word) > 1) {
                terms.add(term);
            }
        }
        terms.sort((a, b) -> Integer.compare(frequencies.get(a.text()), frequencies.get(b.text())));
        BooleanQuery query = new BooleanQuery(true);
        for (Term term : terms.subList(0, Math.min(most, terms.size()))) {
            query.add(new TermQuery(term), BooleanClause.Occur.SHOULD);
        }
        return query;
    }

    private static Document document(ItemText item) {
        Document document = new Document();
        document.add(new StringField(ID, Long.toString(item.itemId()), Field.Store.YES));
        document.add(new TextField(NAME, item.name(), Field.Store.YES));
        document.add(new TextField(DESCRIPTION, item.description(), Field.Store.YES));
        return document;
    }

    @SuppressWarnings("deprecation") // later versions of Lucene 4 still have it
    private static Version oldestVersion() {
        return Version.LUCENE_44;
    }
}
