package org.p13n.sample.data.retail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Converts a file of transactions in the "Online Retail" format of the UCI repository, plain or gzipped, to the {@code
 * products.csv} and {@code orders.csv} of a store import. The import's documentation says what becomes of what.
 */
public final class RetailExport {
    private static final CSVFormat INPUT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Path transactions;
    private final Map<String, Goods> goods = new TreeMap<>();
    private final Map<String, String> invoiceTimes = new HashMap<>();
    private final Set<String> scattered = new HashSet<>();

    /** How much came out of the conversion, and how many rows were no sale of goods. */
    public record Result(int products, int orders, long orderLines, long leftOut) {}

    private interface Sink {
        void accept(Transaction transaction) throws IOException;
    }

    private RetailExport(Path transactions) {
        this.transactions = transactions;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Two arguments are needed, " + arguments.length
                    + " are given: the file of transactions (.csv or .csv.gz) and the folder to write to.");
            System.exit(2);
        }
        System.out.println(convert(Path.of(arguments[0]), Path.of(arguments[1])));
    }

    /** Writes both files into the folder, which is made if it is missing. */
    public static Result convert(Path transactions, Path folder) throws IOException {
        return new RetailExport(transactions).convertTo(folder);
    }

    private Result convertTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        survey();
        writeProducts(folder.resolve("products.csv"));
        long[] counts = writeOrders(folder.resolve("orders.csv"));
        return new Result(goods.size(), invoiceTimes.size(), counts[0], counts[1]);
    }

    private void survey() throws IOException {
        String[] previous = {""};
        forEach(row -> {
            if (row.sale()) {
                goods.computeIfAbsent(row.code(), Goods::new).add(row);
                String known = invoiceTimes.putIfAbsent(row.invoice(), row.at());
                if (known != null && !row.invoice().equals(previous[0])) {
                    scattered.add(row.invoice());
                }
                previous[0] = row.invoice();
            }
        });
    }

    private void writeProducts(Path file) throws IOException {
        NounCategories categories = new NounCategories(goods.values());
        try (CSVPrinter out = printer(file, "id", "name", "category", "price")) {
            for (Goods product : goods.values()) {
                String name = product.name();
                out.printRecord(product.code(), name, categories.path(name), product.price());
            }
        }
    }

    private long[] writeOrders(Path file) throws IOException {
        long[] counts = new long[2];
        List<Transaction> held = new ArrayList<>();
        try (CSVPrinter out = printer(
                file, "order_id", "ordered_at", "customer_id", "product_id", "quantity", "unit_price", "status")) {
            forEach(row -> {
                counts[row.sale() ? 0 : 1]++;
                if (row.sale() && scattered.contains(row.invoice())) {
                    held.add(row);
                } else if (row.sale()) {
                    write(out, row);
                }
            });
            held.sort((one, other) -> one.invoice().compareTo(other.invoice()));
            for (Transaction row : held) {
                write(out, row);
            }
        }
        return counts;
    }

    private void write(CSVPrinter out, Transaction row) throws IOException {
        out.printRecord(
                row.invoice(),
                invoiceTimes.get(row.invoice()),
                row.customer(),
                row.code(),
                Math.abs(row.quantity()),
                row.price(),
                row.cancellation() ? "cancelled" : "submitted");
    }

    private void forEach(Sink sink) throws IOException {
        try (Reader reader = new InputStreamReader(bytes(), StandardCharsets.UTF_8);
                CSVParser rows = INPUT.parse(reader)) {
            for (CSVRecord row : rows) {
                sink.accept(Transaction.of(row));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException(
                    "The file must be transactions in the Online Retail format; " + transactions + " is not: "
                            + e.getMessage() + ". Its first line must name InvoiceNo, StockCode, Description,"
                            + " Quantity, InvoiceDate, UnitPrice and CustomerID.",
                    e);
        }
    }

    private InputStream bytes() throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(transactions));
        return transactions.toString().endsWith(".gz") ? new GZIPInputStream(file, 1 << 16) : file;
    }

    private static CSVPrinter printer(Path file, String... header) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(header)
                .setRecordSeparator('\n')
                .get();
        return new CSVPrinter(Files.newBufferedWriter(file), format);
    }
}
