package org.p13n.sample.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where Tomcat logs: a file beside the applications' logs. The console is for what the user of the store needs. */
final class ServerLog {

    private static final int MOST_BYTES = 10_000_000;
    private static final int FILES = 3;

    // java.util.logging forgets loggers that nobody holds, and their levels with them
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger LEAK_CHECKS = Logger.getLogger("org.apache.catalina.loader");

    private ServerLog() {}

    static void to(Path folder) throws StartFailure {
        try {
            Files.createDirectories(folder);
            FileHandler file = new FileHandler(folder.resolve("tomcat.%g.log").toString(), MOST_BYTES, FILES, true);
            file.setFormatter(new SimpleFormatter());
            for (Handler console : ROOT.getHandlers()) {
                ROOT.removeHandler(console);
            }
            ROOT.addHandler(file);
            ROOT.setLevel(Level.WARNING);
            // the process ends with its applications: what they leave behind does not matter
            LEAK_CHECKS.setLevel(Level.OFF);
        } catch (IOException e) {
            throw new StartFailure(
                    "the log folder " + folder + " cannot be written; choose one with -Dstore.data=…", e);
        }
    }
}
