package org.p13n.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.p13n.engine.event.InteractionType;

class WordsTest {
    private final Words words = Sample.words();

    @ParameterizedTest
    @CsvSource({
        "-5000, just now",
        "2999, just now",
        "12000, 12 s ago",
        "89999, 89 s ago",
        "90000, 1 min ago",
        "3600000, 60 min ago",
        "5400000, 1 h ago",
        "129600000, 1 days ago",
        "864000000, 10 days ago"
    })
    void tellHowLongAgoSomethingWas(long gone, String said) {
        assertThat(words.ago(Sample.NOW - gone, Sample.NOW)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"0, under 1 ms", "1, 1 ms", "999, 999 ms", "1000, 1 s", "1340, 1.3 s", "42000, 42 s", "150000, 2 min"})
    void tellHowLongSomethingTook(long millis, String said) {
        assertThat(words.lasting(millis)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1023, '1,023 bytes'",
        "1024, 1 KB",
        "1572864, 1.5 MB",
        "52428800, 50 MB",
        "1073741824, 1 GB"
    })
    void tellHowMuchMemorySomethingTakes(long bytes, String said) {
        assertThat(words.size(bytes)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "950, 950", "1200, 1.2K", "34000, 34K", "1200000, 1M"})
    void makeACountShortEnoughForABar(long count, String said) {
        assertThat(words.shortCount(count)).isEqualTo(said);
    }

    @ParameterizedTest
    @EnumSource(InteractionType.class)
    void haveANameForEachInteraction(InteractionType type) {
        assertThat(words.type(type)).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "writer: CannotGetJdbcConnectionException | Storing interactions: the database could not be reached",
                "node status: QueryTimeoutException | Reporting the server’s state: the database took too long",
                "rendering boughtTogether: ArithmeticException | rendering boughtTogether: an unexpected error (ArithmeticException)",
                "training: QueryTimeoutException | Learning anew: the database took too long",
                "training lease: CannotAcquireLockException | Telling the other servers how far learning is: the database was busy",
                "model 17: SnapshotException | Taking over model 17: it is damaged, or was written by a newer version",
                "model x: SnapshotException | model x: it is damaged, or was written by a newer version",
                "going back to a model: IllegalStateException | Going back to an older model: it is not stored any more",
                "writer: IllegalStateException | Storing interactions: an unexpected error (IllegalStateException)",
                "NullPointerException | an unexpected error (NullPointerException)"
            })
    void tellAProblemWithoutJargonWhereTheyCan(String kind, String said) {
        assertThat(words.problem(kind)).isEqualTo(said);
    }

    @Test
    void areWrittenSoThatEveryPlatformReadsThem() throws IOException {
        Properties texts = new Properties();
        try (InputStream file = WordsTest.class.getResourceAsStream("/messages/PersonalizationAdmin.properties")) {
            byte[] bytes = file.readAllBytes();
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                    .as("other letters stand there as escapes")
                    .matches("\\p{ASCII}*");
            texts.load(new ByteArrayInputStream(bytes));
        }
        assertThat(texts)
                .isNotEmpty()
                .allSatisfy((key, text) -> assertThat((String) text).isNotBlank());
    }
}
