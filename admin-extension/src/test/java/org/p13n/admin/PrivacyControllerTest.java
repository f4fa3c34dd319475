package org.p13n.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.p13n.admin.PrivacyView.Fact;
import org.p13n.broadleaf.config.PrivacyRecords;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.broadleaf.event.identity.AliasTable;
import org.p13n.broadleaf.event.identity.ConsentTable;
import org.p13n.broadleaf.event.identity.Erasure;
import org.p13n.broadleaf.event.identity.ErasureTable;
import org.p13n.broadleaf.event.identity.IdentityKey;
import org.p13n.broadleaf.profile.ProfileTable;
import org.p13n.broadleaf.profile.ShopperExport;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

class PrivacyControllerTest {
    private static final String[] PLATFORM = {
        "CREATE TABLE BLC_CUSTOMER (CUSTOMER_ID BIGINT PRIMARY KEY, FIRST_NAME VARCHAR(255), LAST_NAME VARCHAR(255),"
                + " EMAIL_ADDRESS VARCHAR(255), IS_REGISTERED BOOLEAN)",
        "CREATE TABLE BLC_ORDER (ORDER_ID BIGINT PRIMARY KEY, CUSTOMER_ID BIGINT)",
        "CREATE TABLE BLC_CATEGORY (CATEGORY_ID BIGINT PRIMARY KEY, NAME VARCHAR(255))",
        "CREATE TABLE BLC_PRODUCT (PRODUCT_ID BIGINT PRIMARY KEY, DEFAULT_SKU_ID BIGINT)",
        "CREATE TABLE BLC_SKU (SKU_ID BIGINT PRIMARY KEY, NAME VARCHAR(255))",
        "INSERT INTO BLC_CUSTOMER VALUES (500, 'Ada', 'Moss', 'ada@example.com', TRUE)",
        "INSERT INTO BLC_CUSTOMER VALUES (501, NULL, NULL, 'guest@example.com', FALSE)",
        "INSERT INTO P13N_IDENTITY (ALIAS_ID, SHOPPER_ID, LINKED_AT) VALUES (501, -77, 1)",
        "INSERT INTO P13N_CONSENT (SHOPPER_ID, CONSENT_STATE, TEXT_VERSION, CHANGED_AT) VALUES (500, 'GRANTED', '7', 1)",
        "INSERT INTO P13N_INTERACTION (INTERACTION_ID, TYPE_CODE, SHOPPER_ID, PRODUCT_ID, CATEGORY_ID, SEARCH_TERM,"
                + " QUANTITY, ORDER_ID, OCCURRED_AT) VALUES (1, 3, 500, 0, 0, 'what ada looked for', 0, 0, 2)",
        "INSERT INTO P13N_INTERACTION (INTERACTION_ID, TYPE_CODE, SHOPPER_ID, PRODUCT_ID, CATEGORY_ID, SEARCH_TERM,"
                + " QUANTITY, ORDER_ID, OCCURRED_AT) VALUES (2, 3, -77, 0, 0, 'what the guest looked for', 0, 0, 2)"
    };

    private final Rights rights = new Rights("mara", true, true);
    private JdbcTemplate jdbc;
    private MockMvc admin;

    @BeforeEach
    void start() throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=LEGACY;DB_CLOSE_DELAY=-1");
        PlatformDatabase database = new PlatformDatabase(source);
        ResourceDatabasePopulator tables = new ResourceDatabasePopulator();
        tables.addScript(new ClassPathResource("config/bc/sql/p13n_schema_h2.sql"));
        try (var connection = source.getConnection()) {
            tables.populate(connection);
        }
        jdbc = database.jdbc();
        for (String sql : PLATFORM) {
            jdbc.execute(sql);
        }
        rights.mayProtect = true;
        AliasTable aliases = new AliasTable(database);
        ConsentTable consents = new ConsentTable(database);
        ErasureTable erasures = new ErasureTable(database);
        PrivacyRecords records = new PrivacyRecords(
                database,
                aliases,
                consents,
                new ShopperExport(database, new ProfileTable(database), consents),
                new Erasure(database, aliases, erasures, new IdentityKey(database, "")),
                erasures);
        admin = MockMvcBuilders.standaloneSetup(new OutsideThePlatform(new PersonalizationAccess(rights), records))
                .setValidator(new NoBeans())
                .build();
    }

    @Test
    void showsAnEmptyFormFirst() throws Exception {
        admin.perform(get("/personalization/privacy"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(model().attribute("viewType", "personalizationPrivacy"))
                .andExpect(model().attribute("proofs", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", " ADA@Example.com ", "500"})
    void findsACustomerByAddressOrNumberAndSaysWhatIsStored(String who) throws Exception {
        PrivacyView found = found(who);

        assertThat(found.customerId()).isEqualTo(500);
        assertThat(found.name()).isEqualTo("Ada Moss");
        assertThat(found.anything()).isTrue();
        assertThat(text(found, "customer")).isEqualTo("Number 500, ada@example.com");
        assertThat(text(found, "consent")).startsWith("agreed on ").endsWith("to text “7”");
        assertThat(text(found, "interactions")).startsWith("1 from ");
        assertThat(text(found, "brands")).isEqualTo("nothing yet");
    }

    @Test
    void aGuestWhoWasAKnownVisitorIsThatVisitor() throws Exception {
        assertThat(text(found("guest@example.com"), "interactions")).startsWith("1 from ");
        admin.perform(post("/personalization/privacy/erase").param("customerId", "501"))
                .andExpect(redirectedUrl("/personalization/privacy"));
        assertThat(interactions()).containsExactly(500L);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM P13N_IDENTITY", Long.class))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody@example.com", "502", "%", "' OR 1=1 --", "99999999999999999999999"})
    void saysWhenNobodyIsFound(String who) throws Exception {
        admin.perform(post("/personalization/privacy/find").param("who", who))
                .andExpect(status().isOk())
                .andExpect(model().attribute("found", List.of()))
                .andExpect(model().attribute("findError", containsString("No customer of this shop")));
    }

    @Test
    void letsEverythingBeDownloadedAndKeptByNobodyOnTheWay() throws Exception {
        admin.perform(post("/personalization/privacy/export").param("customerId", "500"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"personalization-500.json\""))
                .andExpect(content().string(containsString("\"searchTerm\": \"what ada looked for\"")))
                .andExpect(content().string(not(containsString("guest"))));
        admin.perform(post("/personalization/privacy/export").param("customerId", "502"))
                .andExpect(status().isNotFound());
    }

    @Test
    void erasesAndShowsTheProof() throws Exception {
        String proof =
                (String) admin.perform(post("/personalization/privacy/erase").param("customerId", "500"))
                        .andExpect(redirectedUrl("/personalization/privacy"))
                        .andExpect(flash().attribute("headerFlash", "personalization.admin.privacy.erased"))
                        .andReturn()
                        .getFlashMap()
                        .get("erased");

        assertThat(interactions()).containsExactly(-77L);
        assertThat(found("500").anything()).isFalse();
        List<?> proofs = (List<?>) admin.perform(get("/personalization/privacy"))
                .andReturn()
                .getModelAndView()
                .getModel()
                .get("proofs");
        assertThat(proofs).singleElement().isInstanceOfSatisfying(PrivacyView.Erased.class, erased -> {
            assertThat(erased.number()).isEqualTo(proof);
            assertThat(erased.by()).isEqualTo("an administrator");
            assertThat(erased.rows()).isEqualTo("2");
        });
    }

    @Test
    void leadsBackToThePageFromAFormsPath() throws Exception {
        admin.perform(get("/personalization/privacy/erase")).andExpect(redirectedUrl("/personalization/privacy"));
    }

    @Nested
    class Refuses {
        @Test
        void everythingToAUserWhoMayOnlyTune() throws Exception {
            rights.mayProtect = false;
            refused(get("/personalization/privacy"));
            refused(get("/personalization/privacy/find"));
            refused(post("/personalization/privacy/find").param("who", "500"));
            refused(post("/personalization/privacy/export").param("customerId", "500"));
            refused(post("/personalization/privacy/erase").param("customerId", "500"));
            assertThat(interactions()).containsExactlyInAnyOrder(500L, -77L);
        }

        private void refused(MockHttpServletRequestBuilder request) throws Exception {
            admin.perform(request)
                    .andExpect(status().isForbidden())
                    .andExpect(model().attribute("viewType", "personalizationPrivacyDenied"));
        }

        @Test
        void aNumberThatIsNone() throws Exception {
            admin.perform(post("/personalization/privacy/erase").param("customerId", "all"))
                    .andExpect(status().isBadRequest());
            admin.perform(post("/personalization/privacy/erase").param("customerId", "-77"))
                    .andExpect(redirectedUrl("/personalization/privacy"));
            assertThat(interactions()).containsExactlyInAnyOrder(500L, -77L);
        }
    }

    private PrivacyView found(String who) throws Exception {
        ResultActions answer =
                admin.perform(post("/personalization/privacy/find").param("who", who));
        List<?> found =
                (List<?>) answer.andReturn().getModelAndView().getModel().get("found");
        assertThat(found).hasSize(1);
        return (PrivacyView) found.get(0);
    }

    private static String text(PrivacyView person, String fact) {
        return person.facts().stream()
                .filter(one -> one.key().equals(fact))
                .map(Fact::text)
                .findFirst()
                .orElseThrow();
    }

    private List<Long> interactions() {
        return jdbc.queryForList("SELECT SHOPPER_ID FROM P13N_INTERACTION", Long.class);
    }

    /** The controller without the platform's menu. */
    private static final class OutsideThePlatform extends PrivacyController {
        OutsideThePlatform(PersonalizationAccess access, PrivacyRecords records) {
            super(access, records, Sample.messages());
        }

        @Override
        protected void setModelAttributes(Model model, String sectionKey) {
            model.addAttribute("sectionKey", sectionKey);
        }
    }

    /** Spring wants a validator of form objects; this section has none. */
    private static final class NoBeans implements Validator {
        @Override
        public boolean supports(Class<?> type) {
            return false;
        }

        @Override
        public void validate(Object bean, Errors errors) {
            throw new AssertionError("There are no form objects to validate");
        }
    }
}
