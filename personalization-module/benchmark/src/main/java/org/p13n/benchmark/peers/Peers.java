package org.p13n.benchmark.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts one process per peer, one after the other, all with the same settings. */
public final class Peers {
    static final List<Peer> ALL = List.of(new OurPeer(true), new OurPeer(false), new RankSysPeer(), new MahoutPeer());

    private static final List<String> JVM = List.of("-Xmx4g", "-XX:+UseSerialGC");

    private Peers() {}

    /** @param arguments the folder of data sets */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path histories = Path.of(arguments.length == 0 ? "." : arguments[0], "toys", "sequences.txt.gz");
        if (!Files.isReadable(histories)) {
            System.out.println(
                    "# skipped: no data, " + histories + " is missing; say where with -Dbenchmark.args=FOLDER");
            return;
        }
        System.out.println(
                "| recommender | training s | CPU s | once warm, CPU s | p50 µs of CPU | p99 µs | memory MB | HR@10 | nDCG@10 |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (int peer = 0; peer < ALL.size(); peer++) {
            List<String> command = new java.util.ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(JVM);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), OnePeer.class.getName()));
            command.addAll(List.of(String.valueOf(peer), histories.toString()));
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                System.out.println("# " + ALL.get(peer).name() + " failed");
            }
        }
    }
}
