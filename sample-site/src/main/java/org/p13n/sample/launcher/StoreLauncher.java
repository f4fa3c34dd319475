package org.p13n.sample.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts the sample store and its admin in one JVM, over one database. */
public final class StoreLauncher {

    private static final int CANNOT_START = 2;

    private StoreLauncher() {}

    public static void main(String[] arguments) {
        long begin = System.nanoTime();
        try {
            requireJdk17();
            StoreOptions options = StoreOptions.of(System.getProperties());
            requireFreePort(options.port());
            requireWritable(options.data());
            System.out.println("Store data: " + options.data() + " (database: "
                    + options.db().place() + ")");
            if (options.reset()) {
                options.db().reset();
                System.out.println("Store data: reset, starting clean");
            }
            Path home = Path.of(System.getProperty("store.home"));
            StoreServer server =
                    StoreServer.start(options.module() ? home : PlainStore.copyOf(home, options.data()), options);
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "store-stop"));
            announce(options, begin);
            server.await();
        } catch (StartFailure e) {
            System.err.println("Store cannot start: " + e.getMessage());
            System.exit(CANNOT_START);
        }
    }

    private static void announce(StoreOptions options, long begin) {
        String store = "http://localhost:" + options.port() + "/";
        System.out.println("Started in " + (System.nanoTime() - begin) / 1_000_000_000 + " s");
        System.out.println("Store ready: " + store);
        if (options.importFolder() == null && options.history()) {
            System.out.println("Store log-in (simulated shopper): ada@simulated.example / sample");
        }
        System.out.println("Admin ready: " + store + "admin");
        System.out.println("Admin log-in: admin / admin");
        System.out.println("Admin log-in (merchandiser): merchandiser / merchandiser");
        System.out.println("Stop with Ctrl-C");
    }

    private static void requireJdk17() throws StartFailure {
        int feature = Runtime.version().feature();
        if (feature != 17) {
            throw new StartFailure("it needs JDK 17 but runs on " + feature + " (" + System.getProperty("java.home")
                    + "); set JAVA_HOME to a JDK 17");
        }
    }

    private static void requireFreePort(int port) throws StartFailure {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new StartFailure("port " + port + " is in use; stop what uses it, or start with -Dstore.port=…", e);
        }
    }

    private static void requireWritable(Path folder) throws StartFailure {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "writable", null));
        } catch (IOException e) {
            throw new StartFailure(
                    "the data folder " + folder + " cannot be written; choose one with -Dstore.data=…", e);
        }
    }
}
