package org.p13n.sample.data.retail;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of the transactions: {@code InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID,
 * Country}.
 */
record Transaction(
        String invoice, String code, String description, int quantity, String at, BigDecimal price, String customer) {

    /** Goods have five digits, or are one of the few series that do not; the rest is postage, fees and corrections. */
    private static final String GOODS = "[0-9]{5}.*|DCGS.*|PADS|GIFT_.*";

    static Transaction of(CSVRecord row) {
        return new Transaction(
                row.get("InvoiceNo").strip(),
                row.get("StockCode").strip().toUpperCase(Locale.ROOT),
                row.get("Description").strip(),
                Integer.parseInt(row.get("Quantity").strip()),
                LocalDateTime.parse(row.get("InvoiceDate").strip())
                        .toInstant(ZoneOffset.UTC)
                        .toString(),
                new BigDecimal(row.get("UnitPrice").strip()),
                row.get("CustomerID").strip().replaceAll("\\.0$", ""));
    }

    boolean cancellation() {
        return invoice.startsWith("C");
    }

    /** Whether goods were sold, or a sale of goods was cancelled: no free samples, no corrections of stock. */
    boolean sale() {
        boolean soldOrCancelled = cancellation() ? quantity < 0 : quantity > 0;
        return code.matches(GOODS) && price.signum() > 0 && soldOrCancelled;
    }
}
