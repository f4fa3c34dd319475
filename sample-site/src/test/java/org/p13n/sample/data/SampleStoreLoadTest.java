package org.p13n.sample.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample catalog with its simulated shoppers, as a first start loads them. */
class SampleStoreLoadTest {
    private static TestStore store;
    private static StoreDataSummary summary;
    private static StoreDataOptions options;

    @BeforeAll
    static void loadTheSampleStore(@TempDir Path folder) {
        store = TestStore.inFile(folder);
        options = store.options()
                .withCatalog(TestStore.CATALOG)
                .withHistory(StoreDataOptions.History.of(TestStore.HISTORY));
        summary = store.load(options);
    }

    @Test
    void takesEveryRowOfTheCatalog() {
        assertThat(summary.rejectedRows()).isZero();
        assertThat(summary.unusableFiles()).isEmpty();
        assertThat(summary.products()).isGreaterThanOrEqualTo(400);
        assertThat(store.value("SELECT COUNT(*) FROM BLC_CATEGORY WHERE DEFAULT_PARENT_CATEGORY_ID IS NULL"))
                .isEqualTo("5");
    }

    @Test
    void hasAYearOfOrdersOfSomeTwoThousandShoppersAndWhatTheyLookedAtLately() {
        assertThat(summary.orders()).isBetween(10_000L, 14_000L);
        assertThat(summary.customers()).isBetween(1_900L, 2_000L);
        assertThat(summary.interactions()).isBetween(20_000L, 60_000L);
        assertThat(store.value("SELECT COUNT(*) FROM BLC_ORDER WHERE SUBMIT_DATE > TIMESTAMP WITH TIME ZONE '"
                        + TestStore.NOW + "'"))
                .isEqualTo("0");
    }

    @Test
    void saysOfEverySimulatedOrderAndShopperThatTheyAre() {
        assertThat(store.value("SELECT COUNT(*) FROM BLC_ORDER WHERE ORDER_NUMBER NOT LIKE 'SIM-%' OR NAME IS NULL"))
                .isEqualTo("0");
        assertThat(store.value("SELECT COUNT(*) FROM BLC_ORDER_ATTRIBUTE WHERE NAME = 'simulated'"))
                .isEqualTo(String.valueOf(summary.orders()));
        assertThat(store.value("SELECT COUNT(*) FROM BLC_CUSTOMER WHERE LAST_NAME NOT LIKE '%(simulated)'"
                        + " OR EMAIL_ADDRESS NOT LIKE '%@simulated.example'"))
                .isEqualTo("0");
        assertThat(store.value("SELECT COUNT(*) FROM BLC_CUSTOMER_ATTRIBUTE WHERE NAME = 'simulated'"))
                .isEqualTo(String.valueOf(summary.customers()));
    }

    @Test
    void saysOfEverySimulatedShopperThatHeAgreedToASimulatedText() {
        assertThat(store.value("SELECT COUNT(*) FROM P13N_CONSENT C JOIN BLC_CUSTOMER S ON S.CUSTOMER_ID = C.SHOPPER_ID"
                        + " WHERE CONSENT_STATE = 'GRANTED' AND TEXT_VERSION = 'simulated'"))
                .isEqualTo(String.valueOf(summary.customers()));
    }

    @Test
    void letsOnlyTheSampleShoppersLogIn() {
        assertThat(store.values("SELECT EMAIL_ADDRESS FROM BLC_CUSTOMER WHERE PASSWORD NOT LIKE '!%' ORDER BY 1"))
                .containsExactly("ada@simulated.example", "ben@simulated.example", "cleo@simulated.example");
        assertThat(store.value("SELECT PASSWORD FROM BLC_CUSTOMER WHERE USER_NAME = 'ada@simulated.example'"))
                .startsWith("sample{");
        assertThat(store.value("SELECT COUNT(*) FROM (SELECT USER_NAME FROM BLC_CUSTOMER GROUP BY USER_NAME"
                        + " HAVING COUNT(*) > 1)"))
                .isEqualTo("0");
    }

    @Test
    void givesTheSampleShoppersOrdersToLookAt() {
        List<String> counts = store.values("SELECT COUNT(O.ORDER_ID) FROM BLC_CUSTOMER C LEFT JOIN BLC_ORDER O"
                + " ON O.CUSTOMER_ID = C.CUSTOMER_ID WHERE C.PASSWORD NOT LIKE '!%' GROUP BY C.CUSTOMER_ID");

        assertThat(counts).hasSize(3).noneMatch("0"::equals);
    }

    @Test
    void addsUpEveryOrder() {
        assertThat(store.value("SELECT COUNT(*) FROM BLC_ORDER O WHERE ORDER_TOTAL <> (SELECT SUM(PRICE * QUANTITY)"
                        + " FROM BLC_ORDER_ITEM I WHERE I.ORDER_ID = O.ORDER_ID)"))
                .isEqualTo("0");
        assertThat(store.value("SELECT COUNT(*) FROM BLC_ORDER_ITEM I JOIN BLC_FULFILLMENT_GROUP_ITEM F"
                        + " ON F.ORDER_ITEM_ID = I.ORDER_ITEM_ID"))
                .isEqualTo(String.valueOf(summary.orderLines()));
    }

    @Test
    void doesNothingOnALaterStart() {
        assertThat(store.load(options)).isEqualTo(new StoreDataSummary(0, 0, 0, 0, 0, 0, 0, 0, List.of()));
    }
}
