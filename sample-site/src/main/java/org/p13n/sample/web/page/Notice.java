package org.p13n.sample.web.page;

import java.io.Serializable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One sentence for the shopper at the top of the next page.
 *
 * @param code the message's key in {@code messages/store.properties}
 * @param argument what the message speaks of, or null
 */
public record Notice(Kind kind, String code, Serializable argument) implements Serializable {

    private static final String ATTRIBUTE = "notice";

    /** What a notice means for the shopper, and thereby how it looks and is read out. */
    public enum Kind {
        DONE,
        PROBLEM
    }

    public static Notice done(String code, Serializable argument) {
        return new Notice(Kind.DONE, code, argument);
    }

    public static Notice problem(String code, Serializable argument) {
        return new Notice(Kind.PROBLEM, code, argument);
    }

    /** Keeps the notice for the page to which the shopper is sent now. */
    public void showNext(RedirectAttributes redirect) {
        redirect.addFlashAttribute(ATTRIBUTE, this);
    }

    public boolean isProblem() {
        return kind == Kind.PROBLEM;
    }
}
