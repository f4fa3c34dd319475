package org.p13n.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.cfg.Configuration;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.PostgreSQL82Dialect;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.config.NodeRow;
import org.p13n.broadleaf.config.SettingRow;
import org.p13n.broadleaf.event.ApartOrderRow;
import org.p13n.broadleaf.event.ImpressionRow;
import org.p13n.broadleaf.event.InteractionRow;
import org.p13n.broadleaf.event.LearnedOrderRow;
import org.p13n.broadleaf.event.RollUpRow;
import org.p13n.broadleaf.event.identity.AliasRow;
import org.p13n.broadleaf.event.identity.ConsentRow;
import org.p13n.broadleaf.event.identity.ErasureRow;
import org.p13n.broadleaf.model.ModelPartRow;
import org.p13n.broadleaf.model.ModelRow;
import org.p13n.broadleaf.model.TrainingRow;
import org.p13n.broadleaf.profile.ProfileRow;

class SchemaScriptTest {
    private static final List<Class<?>> ENTITIES = List.of(
            InteractionRow.class,
            ImpressionRow.class,
            LearnedOrderRow.class,
            ApartOrderRow.class,
            RollUpRow.class,
            AliasRow.class,
            ConsentRow.class,
            ErasureRow.class,
            ProfileRow.class,
            ModelRow.class,
            ModelPartRow.class,
            TrainingRow.class,
            SettingRow.class,
            NodeRow.class);

    @Test
    void theScriptForH2MakesWhatTheEntitiesSay() throws IOException {
        assertThat(shipped("config/bc/sql/p13n_schema_h2.sql")).isEqualTo(generated(new H2Dialect()));
    }

    @Test
    void theScriptForPostgreSqlMakesWhatTheEntitiesSay() throws IOException {
        assertThat(shipped("config/bc/sql/p13n_schema_postgresql.sql")).isEqualTo(generated(new PostgreSQL82Dialect()));
    }

    @Test
    void thePersistenceUnitNamesEveryEntity() throws IOException {
        String unit = text("META-INF/persistence-p13n.xml");
        ENTITIES.forEach(entity -> assertThat(unit).contains("<class>" + entity.getName() + "</class>"));
    }

    @Test
    void noNameIsLongerThanOracleAllows() throws IOException {
        String names = String.join("\n", generated(new H2Dialect()));
        assertThat(names.split("[^A-Z0-9_]+")).allMatch(name -> name.length() <= 30);
    }

    private static List<String> generated(Dialect dialect) {
        Configuration configuration = new Configuration();
        ENTITIES.forEach(configuration::addAnnotatedClass);
        return Stream.of(configuration.generateSchemaCreationScript(dialect))
                .map(String::strip)
                .sorted()
                .toList();
    }

    private static List<String> shipped(String script) throws IOException {
        String statements =
                text(script).lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining(" "));
        return Stream.of(statements.split(";"))
                .map(statement -> statement
                        .replaceAll("\\s+", " ")
                        .replace("( ", "(")
                        .replace(" )", ")")
                        .strip())
                .filter(statement -> !statement.isEmpty())
                .sorted()
                .toList();
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream = SchemaScriptTest.class.getResourceAsStream("/" + resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
