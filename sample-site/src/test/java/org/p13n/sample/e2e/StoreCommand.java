package org.p13n.sample.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The command line that starts the store that was just built, as a user's {@code mvn -Pstore} would: on a port of its own
 * and with a folder of its own below the build's.
 */
final class StoreCommand {

    private static final Path HOME = required("store.home");
    private static final Path WORK = required("store.work");
    private static final String JVM = System.getProperty("store.jvm", "");

    /**
     * Below the ports that systems give to outgoing connections: a store opens its port only when it is ready, and until
     * then nobody may have been given it. Two builds on one machine begin at different ones.
     */
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(20_000 + (int) (ProcessHandle.current().pid() % 500) * 20);

    private final String name;
    private final Map<String, String> options = new LinkedHashMap<>();
    /** Tests look at more pages in a minute than a person can. */
    private final List<String> flags =
            new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-Dpersonalization.bots.pages.per.minute=0"));

    private int megabytes = 768;

    private StoreCommand(String name) {
        this.name = name;
    }

    /** A store with an empty data folder of this name. */
    static StoreCommand fresh(String name) {
        delete(WORK.resolve(name));
        return on(name);
    }

    /** A store with the data folder of this name as it is. */
    static StoreCommand on(String name) {
        return new StoreCommand(name)
                .with("port", Integer.toString(freePort()))
                .with("data", WORK.resolve(name).resolve("data").toString());
    }

    /** @param option without the {@code store.} that all begin with */
    StoreCommand with(String option, String value) {
        options.put(option, value);
        return this;
    }

    /** Sets one of the module's own properties. */
    StoreCommand withProperty(String property, String value) {
        flags.add("-D" + property + "=" + value);
        return this;
    }

    /** A store that remembers everybody, and takes a handful of sessions for the crowd that they stand for. */
    StoreCommand withCrowd() {
        return withProperty("personalization.consent.mode", "off")
                .withProperty("personalization.bots.pages.per.minute", "0")
                .withProperty("personalization.beacon.per.shopper.minute", "1000000")
                .withProperty("personalization.beacon.per.second", "1000000")
                .withProperty("personalization.queue.capacity", "200000");
    }

    /** Lets the JVM compile as it does in production; tests start faster without. */
    StoreCommand atFullSpeed() {
        flags.remove("-XX:TieredStopAtLevel=1");
        return this;
    }

    StoreCommand withMemory(int mostMegabytes) {
        megabytes = mostMegabytes;
        return this;
    }

    String name() {
        return name;
    }

    int port() {
        return Integer.parseInt(options.get("port"));
    }

    Path data() {
        return Path.of(options.get("data"));
    }

    /** Where everything is kept that belongs to the store of this name. */
    static Path folder(String name) {
        Path folder = WORK.resolve(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream.of(JVM.split(" ")).filter(flag -> !flag.isBlank()).forEach(words::add);
        words.add("-Xmx" + megabytes + "m");
        words.add("-XX:+UseSerialGC");
        words.addAll(flags);
        words.add("-Dstore.home=" + HOME);
        options.forEach((option, value) -> words.add("-Dstore." + option + "=" + value));
        words.add("-cp");
        words.add(HOME.resolve("classes") + File.pathSeparator + HOME.resolve("server") + "/*");
        words.add("org.p13n.sample.launcher.StoreLauncher");
        return words;
    }

    static int freePort() {
        int port = NEXT_PORT.getAndIncrement();
        while (!isFree(port)) {
            port = NEXT_PORT.getAndIncrement();
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(
                    "The end-to-end tests need -D" + property + ", which the build sets: run them with mvn verify");
        }
        return Path.of(value);
    }
}
