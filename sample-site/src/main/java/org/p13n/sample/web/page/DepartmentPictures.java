package org.p13n.sample.web.page;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;

/** The pictures of departments: {@code department-<first word of the URL>.svg} among the catalog's pictures. */
public final class DepartmentPictures {

    private static final Pattern FIRST_WORD = Pattern.compile("/([a-z0-9]+)");

    private final Resource folder;
    private final String url;

    /** @param url where the store serves the folder, ending in a slash */
    public DepartmentPictures(Resource folder, String url) {
        this.folder = folder;
        this.url = url;
    }

    /** The picture's URL, or null when there is none for a category with this URL. */
    String of(String categoryUrl) {
        Matcher word = FIRST_WORD.matcher(categoryUrl);
        if (!word.lookingAt()) {
            return null;
        }
        String file = "department-" + word.group(1) + ".svg";
        try {
            return folder.createRelative(file).exists() ? url + file : null;
        } catch (IOException e) {
            throw new IllegalStateException("The catalog's pictures cannot be read; check the store's home folder", e);
        }
    }
}
