package org.p13n.benchmark.quality;

import java.io.IOException;
import java.util.List;

/** One way to measure: what it reads, and the rows it reports. */
interface Protocol {
    /** As it stands in the table's first column. */
    String name();

    /** The files it needs, below the data folder, like {@code toys/sequences.txt.gz}. */
    List<String> files();

    /** Measures every model on the same cases and reports their rows, plain baselines first. */
    void run(QualityData data, QualityReport report) throws IOException;
}
