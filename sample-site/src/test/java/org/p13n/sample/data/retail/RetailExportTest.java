package org.p13n.sample.data.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailExportTest {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    @TempDir
    private Path folder;

    @Test
    void namesAProductByItsMostFrequentDescriptionAndPricesItByTheMedianOfItsLastSales() throws IOException {
        convert(
                "1,22423a,REGENCY CAKESTAND,1,2010-12-01T08:26:00,9.00,17850,UK",
                "2,22423A,REGENCY CAKESTAND 3 TIER,1,2010-12-01T08:27:00,10.00,17850,UK",
                "3,22423A,REGENCY CAKESTAND 3 TIER,1,2010-12-01T08:28:00,12.50,17850,UK");

        assertThat(products())
                .containsExactly(
                        "id,name,category,price", "22423A,Regency Cakestand 3 Tier,Kitchen & Table > Cakestand,10.00");
    }

    @Test
    void makesOrdersOfInvoicesAndCancelledOrdersOfCancellations() throws IOException {
        RetailExport.Result result = convert(
                "536365,10001,RED MUG,6,2010-12-01T08:26:00,2.55,17850,UK",
                "536366,10001,RED MUG,2,2010-12-01T09:00:00,2.55,,UK",
                "C536379,10001,RED MUG,-1,2010-12-02T09:41:00,2.55,17850,UK");

        assertThat(orders())
                .containsExactly(
                        "order_id,ordered_at,customer_id,product_id,quantity,unit_price,status",
                        "536365,2010-12-01T08:26:00Z,17850,10001,6,2.55,submitted",
                        "536366,2010-12-01T09:00:00Z,,10001,2,2.55,submitted",
                        "C536379,2010-12-02T09:41:00Z,17850,10001,1,2.55,cancelled");
        assertThat(result).isEqualTo(new RetailExport.Result(1, 3, 3, 0));
    }

    @Test
    void leavesOutWhatIsNoSaleOfGoods() throws IOException {
        RetailExport.Result result = convert(
                "1,POST,POSTAGE,1,2010-12-01T08:26:00,18.00,12583,FR",
                "1,10001,RED MUG,1,2010-12-01T08:26:00,2.55,12583,FR",
                "2,10001,damaged,-9,2010-12-01T08:26:00,0,,UK",
                "3,10001,FREE MUG,1,2010-12-01T08:26:00,0,12583,UK",
                "A4,B,Adjust bad debt,1,2010-12-01T08:26:00,11062.06,,UK");

        assertThat(result).isEqualTo(new RetailExport.Result(1, 1, 1, 4));
    }

    @Test
    void givesAllRowsOfAnInvoiceOneTimeAndOnePlace() throws IOException {
        convert(
                "1,10001,RED MUG,1,2010-12-01T08:26:00,2.55,1,UK",
                "2,10001,RED MUG,1,2010-12-01T08:26:00,2.55,2,UK",
                "1,10002,BLUE MUG,1,2010-12-01T08:27:00,2.55,1,UK");

        assertThat(orders().subList(1, 4))
                .containsExactly(
                        "2,2010-12-01T08:26:00Z,2,10001,1,2.55,submitted",
                        "1,2010-12-01T08:26:00Z,1,10001,1,2.55,submitted",
                        "1,2010-12-01T08:26:00Z,1,10002,1,2.55,submitted");
    }

    @Test
    void refusesAnotherFormatInOneSentence() {
        assertThatThrownBy(() ->
                        RetailExport.convert(Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n"), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must be transactions in the Online Retail format");
    }

    private RetailExport.Result convert(String... rows) throws IOException {
        Path file =
                Files.writeString(folder.resolve("transactions.csv"), HEADER + "\n" + String.join("\n", rows) + "\n");
        return RetailExport.convert(file, folder);
    }

    private List<String> products() throws IOException {
        return Files.readAllLines(folder.resolve("products.csv"));
    }

    private List<String> orders() throws IOException {
        return Files.readAllLines(folder.resolve("orders.csv"));
    }
}
