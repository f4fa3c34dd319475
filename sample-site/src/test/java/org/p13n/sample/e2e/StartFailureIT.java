package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that cannot start says why in one line, and ends at once. */
final class StartFailureIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void portInUse() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            String port = Integer.toString(other.getLocalPort());

            refuses(command().with("port", port), "port " + port + " is in use", "-Dstore.port=");
        }
    }

    @Test
    void dataFolderThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        refuses(
                command().with("data", file.resolve("data").toString()),
                "the data folder " + file.resolve("data") + " cannot be written",
                "-Dstore.data=");
    }

    @Test
    void portThatIsNone() {
        refuses(command().with("port", "http"), "store.port must be a number", "'http'");
    }

    @Test
    void unknownHistory() {
        refuses(command().with("history", "real"), "store.history must be 'simulated' or 'none'", "'real'");
    }

    @Test
    void importFolderThatIsNotThere() {
        Path missing = folder.resolve("missing");

        refuses(command().with("import", missing.toString()), missing.toString(), "store.import");
    }

    @Test
    void databaseOfAnotherKind() {
        refuses(command().with("db", "jdbc:mysql://localhost/shop"), "store.db must be a PostgreSQL URL", "jdbc:mysql");
    }

    @Test
    void databaseThatIsDown() {
        String url = "jdbc:postgresql://localhost:" + StoreCommand.freePort() + "/shop?user=shop&password=secret";

        StoreProcess store = refuses(command().with("db", url), "cannot be reached", "-Dstore.db=");

        assertThat(store.errors().toString()).doesNotContain("secret");
    }

    private StoreCommand command() {
        return StoreCommand.fresh("in-vain").with("data", folder.resolve("data").toString());
    }

    private static StoreProcess refuses(StoreCommand command, String rule, String remedy) {
        StoreProcess store = StoreProcess.startInVain(command, AT_ONCE);

        assertThat(store.errors())
                .singleElement()
                .asString()
                .startsWith("Store cannot start: ")
                .contains(rule, remedy);
        assertThat(store.exitCode()).isNotZero();
        return store;
    }
}
