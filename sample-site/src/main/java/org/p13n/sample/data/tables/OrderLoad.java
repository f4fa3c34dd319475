package org.p13n.sample.data.tables;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.p13n.sample.data.file.CsvRow;
import org.p13n.sample.data.file.OrderLine;
import org.p13n.sample.data.file.RejectedRowException;

/**
 * Puts orders into the store, some hundred of them in a transaction. Lines of one order come one after the other; an
 * order whose number the store knows already is left alone.
 */
public final class OrderLoad implements AutoCloseable {
    private static final int ORDERS_PER_TRANSACTION = 400;
    private static final int LINES_PER_TRANSACTION = 8_000;
    private static final BigDecimal LARGEST_LINE = BigDecimal.valueOf(1_000_000_000L);

    private final Connection connection;
    private final StoreSettings store;
    private final PlatformIds ids;
    private final ProductIndex products;
    private final ShopperWriter shoppers;
    private final OrderRows rows;
    private final List<PlacedOrder> waiting = new ArrayList<>();
    private int waitingLines;
    private long added;
    private long addedLines;
    private long alreadyThere;

    private OrderLoad(
            Connection connection,
            StoreSettings store,
            Function<String, ShopperDetails> details,
            OrderRows.Origin origin)
            throws SQLException {
        this.connection = connection;
        this.store = store;
        this.ids = new PlatformIds(connection);
        this.products = new ProductIndex(connection, store.rootCategoryId());
        String locale = SchemaFacts.existing(connection, "BLC_LOCALE", "LOCALE_CODE", store.locale());
        this.shoppers = new ShopperWriter(connection, ids, details, store.passwords(), locale);
        this.rows = new OrderRows(connection, ids, origin, store.currency(), store.locale());
    }

    /** Loads a retailer's orders. */
    public static OrderLoad imported(Connection connection, StoreSettings store) throws SQLException {
        return new OrderLoad(connection, store, ShopperDetails::imported, OrderRows.Origin.IMPORTED);
    }

    /** Loads made-up orders, labelled as such, of shoppers that {@code details} describes. */
    public static OrderLoad simulated(
            Connection connection, StoreSettings store, Function<String, ShopperDetails> details) throws SQLException {
        return new OrderLoad(connection, store, details, OrderRows.Origin.SIMULATED);
    }

    public void add(OrderLine line) throws SQLException, RejectedRowException {
        CsvRow.require(
                !line.orderedAt().isAfter(store.now()),
                "ordered_at",
                "must not be in the future",
                line.orderedAt().toString(),
                "Correct the time.");
        PlacedOrder.Item item = item(line);
        PlacedOrder last = waiting.isEmpty() ? null : waiting.get(waiting.size() - 1);
        if (last != null && last.number().equals(line.orderId())) {
            last.add(line, item);
        } else {
            if (waiting.size() >= ORDERS_PER_TRANSACTION || waitingLines >= LINES_PER_TRANSACTION) {
                commit();
            }
            PlacedOrder order = new PlacedOrder(line);
            order.add(line, item);
            waiting.add(order);
        }
        waitingLines++;
    }

    /** Completes what is waiting. */
    public void finish() throws SQLException {
        commit();
    }

    public long added() {
        return added;
    }

    public long addedLines() {
        return addedLines;
    }

    public long alreadyThere() {
        return alreadyThere;
    }

    public long addedShoppers() {
        return shoppers.added();
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        shoppers.close();
    }

    private PlacedOrder.Item item(OrderLine line) throws RejectedRowException {
        ProductIndex.Stored product = products.require("product_id", line.productId());
        BigDecimal unitPrice = line.unitPrice() == null ? product.price() : line.unitPrice();
        PlacedOrder.Item item = new PlacedOrder.Item(product, variant(product, line), line.quantity(), unitPrice);
        CsvRow.require(
                item.total().compareTo(LARGEST_LINE) <= 0,
                "quantity",
                "unit price times quantity must be at most " + LARGEST_LINE.toPlainString(),
                item.total().toPlainString(),
                "Check both.");
        return item;
    }

    /** The variant that fits all given options; where they leave a choice, the order's id decides, always the same. */
    private static ProductIndex.Variant variant(ProductIndex.Stored product, OrderLine line)
            throws RejectedRowException {
        if (product.variants().isEmpty()) {
            return null;
        }
        List<ProductIndex.Variant> fitting = product.variants().stream()
                .filter(variant -> fits(variant, line.options()))
                .toList();
        CsvRow.require(
                !fitting.isEmpty(),
                "options",
                "must be options of the product " + line.productId(),
                line.options().toString(),
                "Write them as in products.csv, such as Size=M;Colour=Navy.");
        return fitting.get(Math.floorMod(line.orderId().hashCode(), fitting.size()));
    }

    private static boolean fits(ProductIndex.Variant variant, Map<String, String> chosen) {
        return chosen.entrySet().stream()
                .allMatch(option -> option.getValue()
                        .equalsIgnoreCase(variant.values().get(OptionWriter.attributeName(option.getKey()))));
    }

    private void commit() throws SQLException {
        Set<String> known = knownNumbers();
        for (PlacedOrder order : waiting) {
            if (!known.add(order.number())) {
                alreadyThere++;
            } else {
                write(order);
            }
        }
        shoppers.flush();
        rows.flush();
        ids.save();
        connection.commit();
        waiting.clear();
        waitingLines = 0;
    }

    private void write(PlacedOrder order) throws SQLException {
        String customer = order.customerId();
        long customerId = customer == null ? shoppers.newGuest(order.at()) : shoppers.idOf(customer, order.at());
        rows.add(order, customerId, shoppers.emailOf(customer));
        added++;
        addedLines += order.items().size();
    }

    private Set<String> knownNumbers() throws SQLException {
        Set<String> known = new HashSet<>();
        if (waiting.isEmpty()) {
            return known;
        }
        String marks = String.join(", ", Collections.nCopies(waiting.size(), "?"));
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT ORDER_NUMBER FROM BLC_ORDER WHERE ORDER_NUMBER IN (" + marks + ")")) {
            for (int i = 0; i < waiting.size(); i++) {
                query.setString(i + 1, waiting.get(i).number());
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    known.add(row.getString(1));
                }
            }
        }
        return known;
    }
}
