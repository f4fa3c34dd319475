package org.p13n.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SectionSqlTest {
    private static final Pattern PRIVATE_ID = Pattern.compile("-29\\d{3}");

    /** The platform's administrator and merchandiser. */
    private static final List<String> ROLES = List.of("-1", "-2");

    @Test
    void hasOneStatementOnEachLine() throws IOException {
        assertThat(statements())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .startsWith("INSERT INTO BLC_ADMIN_")
                        .endsWith(");")
                        .containsOnlyOnce(";"));
    }

    @Test
    void usesOnlyIdsOfItsOwnRangeExceptForTheRolesThatGetThePermission() throws IOException {
        assertThat(statements()).allSatisfy(line -> {
            List<String> ids = Pattern.compile("-\\d+")
                    .matcher(line)
                    .results()
                    .map(MatchResult::group)
                    .filter(id -> !(line.contains("BLC_ADMIN_ROLE_PERMISSION_XREF") && ROLES.contains(id)))
                    .toList();
            assertThat(ids).isNotEmpty().allMatch(PRIVATE_ID.asMatchPredicate());
        });
    }

    @Test
    void guardsTheClassesThatTheControllersAskFor() throws IOException {
        assertThat(statements())
                .filteredOn(line -> line.contains("BLC_ADMIN_PERMISSION_ENTITY "))
                .extracting(line -> line.replaceAll(".*'(.*)'.*", "$1"))
                .containsExactly(
                        PersonalizationSection.GUARDED, PersonalizationSection.GUARDED, PrivacySection.GUARDED);
    }

    @Test
    void putsTheControllersPathsIntoTheMenu() throws IOException {
        assertThat(statements())
                .filteredOn(line -> line.contains("BLC_ADMIN_SECTION "))
                .satisfiesExactly(
                        first -> assertThat(first).contains("'/" + PersonalizationSection.PATH + "'"),
                        second -> assertThat(second).contains("'/" + PrivacySection.PATH + "'"));
    }

    @Test
    void showsPersonsToAdministratorsOnly() throws IOException {
        assertThat(statements())
                .filteredOn(line -> line.contains("BLC_ADMIN_ROLE_PERMISSION_XREF") && line.contains("-29005"))
                .singleElement()
                .asString()
                .contains("(-1, -29005)");
        assertThat(statements())
                .filteredOn(line -> line.contains("BLC_ADMIN_PERMISSION_XREF ") && line.endsWith(", -29004);"))
                .singleElement()
                .asString()
                .contains("(-29005, -29004)");
    }

    @Test
    void letsNobodyChangeAnythingByTheRightToLook() throws IOException {
        assertThat(statements())
                .filteredOn(line -> line.contains("BLC_ADMIN_PERMISSION_XREF ") && line.contains("(-29002,"))
                .singleElement()
                .asString()
                .endsWith("(-29002, -29000);");
    }

    private static List<String> statements() throws IOException {
        try (InputStream file =
                SectionSqlTest.class.getResourceAsStream("/config/bc/sql/load_p13n_admin_security.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .toList();
        }
    }
}
