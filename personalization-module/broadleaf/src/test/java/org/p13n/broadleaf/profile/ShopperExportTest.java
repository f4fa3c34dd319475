package org.p13n.broadleaf.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionIds;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.identity.ConsentTable;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.ShownList;
import org.p13n.engine.profile.ShopperProfile;

class ShopperExportTest {
    private static final long ANNA = 7;
    private static final long NOW = 1_800_000_000_000L;
    private static final String HOSTILE = "\"</script><img src=x>\\ & \u2028 \uD83D\uDE00\t";

    private final ShopDatabase shop = new ShopDatabase();
    private final ProfileTable profiles = new ProfileTable(shop.platform());
    private final ShopperExport export =
            new ShopperExport(shop.platform(), profiles, new ConsentTable(shop.platform()), () -> NOW);

    @Test
    void holdsEverythingThatIsStoredAboutTheShopperAndNothingAboutAnother() {
        shop.product(11, "Green tea", "Acme", 3);
        shop.category(3, "Tea", null);
        InteractionTable interactions = new InteractionTable(shop.platform(), new InteractionIds(), new Failures());
        interactions.insert(List.of(
                Interaction.productView(ANNA, 11, NOW - 3_000),
                Interaction.categoryView(ANNA, 3, NOW - 2_000),
                Interaction.search(8, "secret of somebody else", NOW),
                Interaction.impression(
                        ANNA, 99, new ShownList("search", "platform", 17, 3, List.of(11L, 12L)), NOW - 1_000)));
        profiles.insert(
                List.of(ShopperProfile.empty(ANNA).with(Interaction.productView(ANNA, 11, NOW - 3_000), null)),
                NOW - 3_000);
        shop.run("INSERT INTO P13N_CONSENT (SHOPPER_ID, CONSENT_STATE, TEXT_VERSION, CHANGED_AT) VALUES (7, 'GRANTED',"
                + " '2026-01', 1700000000000)");
        shop.run("INSERT INTO P13N_IDENTITY (ALIAS_ID, SHOPPER_ID, LINKED_AT) VALUES (-5, 7, 1700000000000)");

        assertThat(export(ANNA))
                .contains("\"shopper\": \"7\"", "\"exportedAt\": \"2027-01-15T08:00:00Z\"")
                .contains("\"state\": \"GRANTED\"", "\"textVersion\": \"2026-01\"", "\"aliasId\": \"-5\"")
                .contains("\"typeCode\": \"PRODUCT_VIEW\"", "\"productName\": \"Green tea\"")
                .contains("\"categoryName\": \"Tea\"", "\"productIds\": \"11,12\"", "\"modelVersion\": \"17\"")
                .contains("\"occurredAt\": \"2027-01-15T07:59:57Z\"", "\"viewed\": [\n      11\n    ]")
                .contains("\"stored\": \"p2|7|1|")
                .doesNotContain("secret of somebody else");
    }

    @Test
    void ofAStrangerItSaysThatNothingIsStored() {
        assertThat(export(8)).isEqualTo("""
                        {
                          "exportedAt": "2027-01-15T08:00:00Z",
                          "shopper": "8",
                          "consent": {
                            "state": "NONE",
                            "textVersion": "",
                            "changedAt": null
                          },
                          "identities": [],
                          "profile": null,
                          "interactions": [],
                          "impressions": []
                        }
                        """);
    }

    @Test
    void neverBreaksOutOfItsQuotesOrIntoAPage() {
        InteractionTable interactions = new InteractionTable(shop.platform(), new InteractionIds(), new Failures());
        interactions.insert(List.of(Interaction.search(ANNA, HOSTILE, NOW)));
        String document = export(ANNA);
        assertThat(document)
                .doesNotContain("<", ">", "&", "\u2028", "\t")
                .contains("\\\"\\u003c/script\\u003e\\u003cimg src=x\\u003e\\\\ \\u0026 \\u2028 \\ud83d\\ude00");
    }

    private String export(long shopper) {
        StringWriter out = new StringWriter();
        try {
            export.write(shopper, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
