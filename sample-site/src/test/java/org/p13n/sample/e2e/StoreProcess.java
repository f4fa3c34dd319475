package org.p13n.sample.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One running store: a JVM of its own that is reached as a user reaches it, by its output, HTTP and signals. */
final class StoreProcess implements AutoCloseable {

    static final Duration START = Duration.ofMinutes(4);
    static final Duration STOP = Duration.ofSeconds(20);

    private static final String READY = "Admin ready: ";

    private final StoreCommand command;
    private final Process process;
    private final Path log;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread readingOutput;
    private final Thread readingErrors;

    private StoreProcess(StoreCommand command) {
        this.command = command;
        Path folder = StoreCommand.folder(command.name());
        log = folder.resolve("output.txt");
        try {
            process = new ProcessBuilder(command.words())
                    .directory(folder.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        readingOutput = reader("output", process.getInputStream(), output);
        readingErrors = reader("errors", process.getErrorStream(), errors);
    }

    /** Starts a store and waits until it says that it is ready. */
    static StoreProcess start(StoreCommand command) {
        StoreProcess store = new StoreProcess(command);
        try {
            CompletableFuture.anyOf(store.ready, store.process.onExit()).get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            store.process.destroyForcibly();
            throw new IllegalStateException(store.complaint(), e);
        }
        if (!store.ready.isDone()) {
            throw new IllegalStateException(store.complaint());
        }
        return store;
    }

    private String complaint() {
        return "The store '" + command.name() + "' did not get ready; its output is in " + log + ", its logs in "
                + command.data() + ". Its last words: " + lastWords();
    }

    /** Starts a store that is expected to give up, and waits until it has. */
    static StoreProcess startInVain(StoreCommand command, Duration atMost) {
        StoreProcess store = new StoreProcess(command);
        store.awaitExit(atMost);
        return store;
    }

    private Thread reader(String what, InputStream stream, List<String> lines) {
        Thread thread = new Thread(() -> read(stream, lines), command.name() + "-" + what);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void read(InputStream stream, List<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
                Writer copy = Files.newBufferedWriter(
                        lines == errors ? log.resolveSibling("errors.txt") : log, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                copy.write(line + "\n");
                copy.flush();
                if (line.startsWith(READY)) {
                    ready.complete(null);
                }
            }
        } catch (IOException e) {
            lines.add("(unreadable from here on: " + e + ")");
        }
    }

    private String lastWords() {
        List<String> words = errors.isEmpty() ? output : errors;
        return String.join(" | ", words.subList(Math.max(0, words.size() - 5), words.size()));
    }

    URI url() {
        return URI.create("http://localhost:" + command.port() + "/");
    }

    long pid() {
        return process.pid();
    }

    /** Ends it as a power cut would: nothing in it gets a chance to clean up. */
    void kill() {
        process.destroyForcibly();
        awaitExit(STOP);
    }

    StoreCommand command() {
        return command;
    }

    /** What it has printed to its standard output so far, line by line. */
    List<String> output() {
        return output;
    }

    /** What it has printed to its error output so far, line by line. */
    List<String> errors() {
        return errors;
    }

    /** Asks it to stop, as Ctrl-C and a service manager do, and returns its exit code. */
    int stop() {
        process.destroy();
        return awaitExit(STOP);
    }

    private int awaitExit(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The store '" + command.name() + "' was still running after "
                        + atMost.toSeconds() + " s; its output is in " + log);
            }
            readingOutput.join();
            readingErrors.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the store to stop", e);
        }
    }

    int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
