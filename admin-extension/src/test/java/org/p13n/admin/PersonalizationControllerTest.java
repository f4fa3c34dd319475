package org.p13n.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.p13n.broadleaf.config.PersonalizationSettingsStore;
import org.p13n.broadleaf.config.PersonalizationStatus;
import org.p13n.broadleaf.config.ShownListOutcomes;
import org.p13n.broadleaf.config.TrainedModels;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.broadleaf.model.ModelStore;
import org.p13n.broadleaf.model.TrainingDesk;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

class PersonalizationControllerTest {
    private static final String STRENGTH = "personalization.affinity.strength";
    private static final String ENABLED = "personalization.enabled";
    private static final String MODEL = "personalization.model.version";

    private final Rights rights = new Rights("mara", true, true);
    private JdbcTemplate jdbc;
    private MockMvc admin;

    @BeforeEach
    void start(TestInfo test) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + test.getDisplayName().hashCode() + ";DB_CLOSE_DELAY=-1");
        PlatformDatabase database = new PlatformDatabase(source);
        jdbc = database.jdbc();
        jdbc.execute("DROP ALL OBJECTS");
        jdbc.execute("CREATE TABLE P13N_SETTING (NAME VARCHAR(100) PRIMARY KEY, SETTING_VALUE VARCHAR(1000),"
                + " CHANGED_AT BIGINT, CHANGED_BY VARCHAR(100))");
        jdbc.execute("CREATE TABLE P13N_INTERACTION (INTERACTION_ID BIGINT PRIMARY KEY, TYPE_CODE INT,"
                + " SHOPPER_ID BIGINT, PRODUCT_ID BIGINT, QUANTITY INT, ORDER_ID BIGINT, OCCURRED_AT BIGINT,"
                + " IMPRESSION_ID BIGINT)");
        jdbc.execute("CREATE TABLE P13N_IMPRESSION (IMPRESSION_ID BIGINT PRIMARY KEY, PLACEMENT VARCHAR(100),"
                + " STRATEGY VARCHAR(100), SHOWN_AT BIGINT)");
        jdbc.execute("CREATE TABLE P13N_NODE (NODE_NAME VARCHAR(100) PRIMARY KEY, SEEN_AT BIGINT)");
        jdbc.execute("CREATE TABLE P13N_MODEL (MODEL_VERSION BIGINT PRIMARY KEY, BEGAN_AT BIGINT, TRAINED_AT BIGINT,"
                + " TRAINED_BY VARCHAR(100), INTERACTIONS BIGINT, ITEMS INT, IMPORTED BIGINT, LATE_WORD VARCHAR(50),"
                + " SNAPSHOT_BYTES BIGINT, PARTS INT)");
        jdbc.execute("CREATE TABLE P13N_TRAINING (TRAINING_NAME VARCHAR(50) PRIMARY KEY, HOLDER VARCHAR(100),"
                + " RENEWALS BIGINT, PHASE VARCHAR(50), WORK_DONE BIGINT, WORK_TOTAL BIGINT, WANTED_AT BIGINT,"
                + " CANCEL_ASKED_AT BIGINT, CANCELLED_AT BIGINT)");
        for (int version = 1; version <= 3; version++) {
            jdbc.update("INSERT INTO P13N_MODEL VALUES (?, 1000, 2000, 'node', 5, 2, 0, NULL, 900, 1)", version);
        }
        TrainedModels models = new TrainedModels(new ModelStore(database), new TrainingDesk(database));
        PersonalizationTuning tuning = new PersonalizationTuning(new PersonalizationSettingsStore(database), true, 0.5);
        OverviewReader reader = new OverviewReader(
                new PersonalizationStatus(database),
                new ShownListOutcomes(database),
                models,
                tuning,
                Sample.messages(),
                Sample.REPORT_MILLIS);
        admin = MockMvcBuilders.standaloneSetup(
                        new OutsideThePlatform(new PersonalizationAccess(rights), tuning, reader, models))
                .setValidator(new NoBeans())
                .build();
    }

    @Test
    void showsThePageToWhoeverMayLook() throws Exception {
        rights.mayChange = false;

        admin.perform(get("/personalization"))
                .andExpect(status().isOk())
                .andExpect(model().attribute("viewType", "personalization"))
                .andExpect(model().attribute("mayChange", false))
                .andExpect(model().attribute("strengthWritten", "50"));
    }

    @ParameterizedTest
    @CsvSource({"30, 30", "7, 7", "29, 7", "all, 7"})
    void tellsWhatCameOfListsInThePeriodThatIsAskedFor(String asked, int days) throws Exception {
        admin.perform(get("/personalization").param("days", asked))
                .andExpect(model().attribute("outcomes", new OutcomeTable(days, List.of())));
    }

    @Test
    void answersTheLiveFiguresAsJsonThatNobodyKeeps() throws Exception {
        admin.perform(get("/personalization/status"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().string(containsString("\"enabled\":true")))
                .andExpect(content().string(containsString("\"shoppersKnown\":0")));
    }

    @Test
    void switchesPersonalizationOffAndRemembersWhoDidIt() throws Exception {
        sendSwitch("false")
                .andExpect(redirectedUrl("/personalization"))
                .andExpect(flash().attribute("headerFlash", "personalization.admin.saved.off"));

        assertThat(stored(ENABLED, "SETTING_VALUE")).isEqualTo("false");
        assertThat(stored(ENABLED, "CHANGED_BY")).isEqualTo("mara");
    }

    @Test
    void storesTheStrengthAsAShare() throws Exception {
        sendStrength("75 %").andExpect(redirectedUrl("/personalization"));

        assertThat(stored(STRENGTH, "SETTING_VALUE")).isEqualTo("0.75");
    }

    @Test
    void leavesAChangeToWhoeverMadeItWhenItIsSentAgain() throws Exception {
        sendSwitch("false");
        sendStrength("30");
        rights.login = "somebody else";

        sendSwitch("false").andExpect(redirectedUrl("/personalization"));
        sendStrength("30.0").andExpect(redirectedUrl("/personalization"));

        assertThat(stored(ENABLED, "CHANGED_BY")).isEqualTo("mara");
        assertThat(stored(STRENGTH, "CHANGED_BY")).isEqualTo("mara");
    }

    @Test
    void goesBackToAStoredModelAndToTheNewestAndRemembersWhoDidIt() throws Exception {
        sendModel(" 2 ")
                .andExpect(redirectedUrl("/personalization"))
                .andExpect(flash().attribute("headerFlash", "personalization.admin.saved.back"));
        assertThat(stored(MODEL, "SETTING_VALUE")).isEqualTo("2");
        assertThat(stored(MODEL, "CHANGED_BY")).isEqualTo("mara");

        rights.login = "noah";
        sendModel("newest").andExpect(flash().attribute("headerFlash", "personalization.admin.saved.newest"));
        assertThat(stored(MODEL, "SETTING_VALUE")).isEqualTo("newest");
        assertThat(stored(MODEL, "CHANGED_BY")).isEqualTo("noah");
    }

    @Test
    void asksForATrainingAndForTheEndOfOne() throws Exception {
        admin.perform(post("/personalization/stop"))
                .andExpect(flash().attribute("headerFlash", "personalization.admin.saved.stop.none"));
        admin.perform(post("/personalization/learn"))
                .andExpect(redirectedUrl("/personalization"))
                .andExpect(flash().attribute("headerFlash", "personalization.admin.saved.learn"));
        assertThat(training("WANTED_AT")).isPositive();

        jdbc.update("UPDATE P13N_TRAINING SET PHASE = 'taste'");
        admin.perform(post("/personalization/stop"))
                .andExpect(redirectedUrl("/personalization"))
                .andExpect(flash().attribute("headerFlash", "personalization.admin.saved.stop"));
        assertThat(training("CANCEL_ASKED_AT")).isPositive();
    }

    @Test
    void leadsBackToThePageFromAnyOtherPath() throws Exception {
        admin.perform(get("/personalization/switch")).andExpect(redirectedUrl("/personalization"));
    }

    @Nested
    class Refuses {
        @ParameterizedTest
        @ValueSource(strings = {"", "much", "101", "-1", "1e1", "<script>alert(1)</script>"})
        void aStrengthThatBreaksTheRuleAndGivesBackWhatWasWritten(String written) throws Exception {
            sendStrength(written)
                    .andExpect(status().is(422))
                    .andExpect(model().attribute("viewType", "personalization"))
                    .andExpect(model().attribute("strengthWritten", written))
                    .andExpect(model().attribute(
                                    "strengthError",
                                    "The strength must be a number from 0 to 100 but is “" + written
                                            + "”: 0 leaves the shop’s own order, 100 is as personal as it gets."));

            assertThat(settings()).isZero();
        }

        @Test
        void aRequestWithoutTheField() throws Exception {
            admin.perform(post("/personalization/strength")).andExpect(status().is(422));
            admin.perform(post("/personalization/switch")).andExpect(status().is(422));
            admin.perform(post("/personalization/model")).andExpect(status().is(422));

            assertThat(settings()).isZero();
        }

        @Test
        void aSwitchThatIsNeitherOnNorOff() throws Exception {
            sendSwitch("maybe")
                    .andExpect(status().is(422))
                    .andExpect(model().attribute("switchError", containsString("“maybe” was sent")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "0", "-1", "1.0", "newer", "9999999999999999999", "<script>alert(1)</script>"})
        void aModelThatIsNeitherANumberNorTheNewest(String version) throws Exception {
            sendModel(version)
                    .andExpect(status().is(422))
                    .andExpect(model().attribute("viewType", "personalization"))
                    .andExpect(model().attribute(
                                    "modelError",
                                    "Which model is shown must be “newest” or the number of a stored model, but “"
                                            + version + "” was sent: use a button of this section."
                                            + " Nothing was changed."));

            assertThat(settings()).isZero();
        }

        @Test
        void aModelThatIsNotStoredAnyMoreAndLeavesTheOneThatIsShown() throws Exception {
            sendModel("2");
            jdbc.update("DELETE FROM P13N_MODEL WHERE MODEL_VERSION = 1");

            sendModel("1")
                    .andExpect(status().is(422))
                    .andExpect(model().attribute("modelError", containsString("model “1” is not, or not any more")));

            assertThat(stored(MODEL, "SETTING_VALUE")).isEqualTo("2");
        }

        @Test
        void aChangeByAUserWhoMayOnlyLook() throws Exception {
            rights.mayChange = false;

            sendSwitch("false").andExpect(status().isForbidden());
            sendStrength("30").andExpect(status().isForbidden());
            sendModel("2").andExpect(status().isForbidden());
            admin.perform(post("/personalization/learn")).andExpect(status().isForbidden());
            admin.perform(post("/personalization/stop")).andExpect(status().isForbidden());
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM P13N_TRAINING", Integer.class))
                    .isZero();

            assertThat(settings()).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"/personalization", "/personalization/status", "/personalization/switch"})
        void everythingToAUserWithoutAnyRight(String path) throws Exception {
            rights.mayView = false;
            rights.mayChange = false;

            admin.perform(get(path))
                    .andExpect(status().isForbidden())
                    .andExpect(model().attribute("viewType", "personalizationDenied"));
        }
    }

    private ResultActions sendSwitch(String enabled) throws Exception {
        return admin.perform(post("/personalization/switch").param("enabled", enabled));
    }

    private ResultActions sendStrength(String strength) throws Exception {
        return admin.perform(post("/personalization/strength").param("strength", strength));
    }

    private ResultActions sendModel(String version) throws Exception {
        return admin.perform(post("/personalization/model").param("version", version));
    }

    private long training(String column) {
        return jdbc.queryForObject("SELECT " + column + " FROM P13N_TRAINING", Long.class);
    }

    private String stored(String key, String column) {
        return jdbc.queryForObject("SELECT " + column + " FROM P13N_SETTING WHERE NAME = ?", String.class, key);
    }

    private int settings() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM P13N_SETTING", Integer.class);
    }

    /** The controller without the platform's menu. */
    private static final class OutsideThePlatform extends PersonalizationController {
        OutsideThePlatform(
                PersonalizationAccess access,
                PersonalizationTuning tuning,
                OverviewReader reader,
                TrainedModels models) {
            super(access, tuning, reader, models);
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
