package org.p13n.sample.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.CRC32;
import javax.servlet.ServletContext;

/**
 * A short fingerprint of the shop's style sheet and script.
 *
 * <p>It is part of their URLs: browsers keep them for a year and still get a changed one at once.
 */
public final class AssetVersion {

    private final String text;

    public AssetVersion(ServletContext site, List<String> files) throws IOException {
        CRC32 sum = new CRC32();
        for (String file : files) {
            try (InputStream in = site.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalArgumentException("The shop has no " + file + "; correct the list of its assets");
                }
                sum.update(in.readAllBytes());
            }
        }
        this.text = Long.toHexString(sum.getValue());
    }

    @Override
    public String toString() {
        return text;
    }
}
