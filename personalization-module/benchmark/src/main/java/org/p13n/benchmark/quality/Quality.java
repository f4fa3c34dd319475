package org.p13n.benchmark.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs every protocol whose files are there, prints the rows and writes the document. */
public final class Quality {
    private static final List<Protocol> PROTOCOLS = List.of(
            new SessionProtocol(),
            new BoughtTogetherProtocol(),
            new CompletionProtocol(),
            new NextBasketProtocol(),
            new ListingProtocol(),
            new SearchProtocol(),
            new LongHistoryProtocol());

    private Quality() {}

    /** @param arguments the data folder, the document to write, and optionally the names of the protocols to run */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2 || !Files.isDirectory(Path.of(arguments[0]))) {
            throw new IllegalArgumentException(
                    "The folder with the data sets must be given with -Dquality.data=FOLDER but is "
                            + (arguments.length == 0 ? "missing" : "'" + arguments[0] + "'"));
        }
        QualityData data = new QualityData(Path.of(arguments[0]));
        List<String> wanted = List.of(arguments).subList(2, arguments.length);
        QualityReport report = new QualityReport(System.out);
        long begin = System.nanoTime();
        for (Protocol protocol : PROTOCOLS) {
            if (wanted.isEmpty() || wanted.contains(protocol.name())) {
                run(protocol, data, report);
            }
        }
        System.out.println("# took " + (System.nanoTime() - begin) / 1_000_000_000 + " s");
        report.write(Path.of(arguments[1]));
    }

    private static void run(Protocol protocol, QualityData data, QualityReport report) throws IOException {
        List<String> missing =
                protocol.files().stream().filter(file -> !data.has(file)).toList();
        if (missing.isEmpty()) {
            protocol.run(data, report);
        } else {
            report.remark(protocol, "skipped: no data, " + String.join(" and ", missing) + " missing");
        }
    }
}
