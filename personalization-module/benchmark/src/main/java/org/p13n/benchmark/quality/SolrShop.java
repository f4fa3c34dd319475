package org.p13n.benchmark.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.core.CoreContainer;
import org.p13n.engine.model.content.ItemText;

/** A shop's Solr, embedded, with the sample store's schema and configuration and the platform's documents. */
final class SolrShop implements AutoCloseable {
    private static final int BATCH = 1000;
    private static final String CORE = "primary";

    private final Path home;
    private final EmbeddedSolrServer server;
    private final int products;

    SolrShop(List<ItemText> products) throws IOException {
        home = Files.createTempDirectory("p13n-quality-solr");
        Path core = Files.createDirectories(home.resolve(CORE).resolve("conf"));
        copy("schema.xml", core);
        copy("solrconfig.xml", core);
        Files.writeString(home.resolve("solr.xml"), "<solr/>");
        Files.writeString(home.resolve(CORE).resolve("core.properties"), "name=" + CORE);
        CoreContainer container = new CoreContainer(home.toString());
        container.load();
        try {
            server = new EmbeddedSolrServer(container, CORE);
            this.products = products.size();
            fill(products);
        } catch (IOException | RuntimeException | Error e) {
            container.shutdown(); // its threads would keep the process alive
            throw e;
        }
    }

    private static void copy(String file, Path folder) throws IOException {
        try (InputStream in = SolrShop.class.getResourceAsStream("solr/" + file)) {
            Files.copy(in, folder.resolve(file));
        }
    }

    private void fill(List<ItemText> products) throws IOException {
        try {
            for (int from = 0; from < products.size(); from += BATCH) {
                List<SolrInputDocument> batch = new ArrayList<>();
                for (ItemText product : products.subList(from, Math.min(from + BATCH, products.size()))) {
                    batch.add(document(product));
                }
                server.add(batch);
            }
            server.commit();
        } catch (SolrServerException e) {
            throw new IOException("The embedded Solr does not take the products", e);
        }
    }

    /** What the platform's indexer writes for the searchable fields name, brand, description and, by extension, the rest. */
    private static SolrInputDocument document(ItemText product) {
        SolrInputDocument document = new SolrInputDocument();
        document.addField("id", Long.toString(product.itemId()));
        document.addField("productId", product.itemId());
        document.addField("namespace", "d");
        document.addField("name_t", product.name());
        document.addField("model_t", product.model());
        document.addField("brand_t", product.brand());
        document.addField("description_t", product.description());
        document.addField("attributes_t", LuceneShop.attributeText(product));
        return document;
    }

    /** The ids of the first so many results of edismax, with further parameters in pairs of name and value. */
    long[] search(String query, int rows, String... parameters) throws IOException {
        String sanitized = query.replace("(", "").replace(")", "").replace(":", "");
        SolrQuery solrQuery = new SolrQuery()
                .setQuery("(" + sanitized + ")")
                .setFields("productId")
                .setRows(Math.min(rows, products))
                .setStart(0);
        solrQuery.addFilterQuery("namespace:(\"d\")");
        solrQuery.set("defType", "edismax");
        for (int i = 0; i < parameters.length; i += 2) {
            solrQuery.set(parameters[i], parameters[i + 1]);
        }
        try {
            return server.query(solrQuery).getResults().stream()
                    .mapToLong(document -> ((Number) document.getFieldValue("productId")).longValue())
                    .toArray();
        } catch (SolrServerException e) {
            throw new IOException("The embedded Solr does not answer " + solrQuery, e);
        }
    }

    @Override
    public void close() throws IOException {
        server.shutdown();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(SolrShop::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
