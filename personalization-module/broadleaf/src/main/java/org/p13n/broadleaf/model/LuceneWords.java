package org.p13n.broadleaf.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.p13n.engine.model.content.Words;

/** Words as a Lucene analyzer of the platform's version cuts them, such as the one of the shop's language. */
public final class LuceneWords implements Words {
    private final Analyzer analyzer;

    public LuceneWords(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    @Override
    public void read(String text, Consumer<String> word) {
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute token = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                word.accept(token.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read: " + text, e);
        }
    }
}
