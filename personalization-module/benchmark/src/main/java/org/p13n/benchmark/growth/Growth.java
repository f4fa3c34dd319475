package org.p13n.benchmark.growth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Trains shops of rising size, each in a process of its own, and writes a table and a plot of what they cost. */
public final class Growth {
    private static final String HEAP = System.getProperty("growth.heap", "-Xmx2g");

    private static final List<String> SIZES = List.of(
            "10000x100000",
            "10000x1000000",
            "10000x10000000",
            "100000x100000",
            "100000x1000000",
            "100000x10000000",
            "1000000x100000",
            "1000000x1000000",
            "1000000x10000000");
    private static final String HEADER = """
            | products | interactions | training s | CPU s | counting | baskets | taste | repeats | publication | sessions and JVM \
            | heap MB | model MB | packed MB | page p50 µs | p99 | session p50 µs | p99 |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|""";

    private Growth() {}

    /** @param arguments where to write the table and the plot; then sizes as PRODUCTSxINTERACTIONS, default all */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments.length == 0 ? "." : arguments[0]));
        List<String> sizes = arguments.length > 1 ? Arrays.asList(arguments).subList(1, arguments.length) : SIZES;
        List<String> rows = new ArrayList<>();
        System.out.println(HEADER);
        for (String size : sizes) {
            String row = run(size.split("x", -1));
            System.out.println(row);
            rows.add(row);
            Files.writeString(folder.resolve("growth.md"), HEADER + "\n" + String.join("\n", rows) + "\n");
            Files.writeString(folder.resolve("growth.svg"), GrowthPlot.of(rows));
        }
    }

    private static String run(String[] size) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GrowthRun.class.getName(),
                        size[0],
                        size[1])
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String row = null;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                row = line;
            }
        }
        boolean failed = process.waitFor() != 0 || row == null;
        return failed ? "| " + size[0] + " | " + size[1] + " | failed with " + HEAP + " |" : row;
    }
}
