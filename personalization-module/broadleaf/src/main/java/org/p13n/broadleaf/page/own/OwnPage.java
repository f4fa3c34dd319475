package org.p13n.broadleaf.page.own;

import java.util.List;
import org.p13n.broadleaf.page.ProductCard;

/**
 * "My personalization" as its template sees it. Immutable.
 *
 * @param consent where the shopper stands, as a sentence
 * @param mayAgree whether a yes can be given here
 * @param mayRefuse whether a no can be given or a yes taken back here
 * @param version the version of the text that a yes is given to
 * @param stored whether anything is stored about the shopper beyond this visit
 * @param paused whether the shopper has asked for a pause
 * @param groups what is thought of the shopper
 * @param declared what the shopper has said
 * @param asksMore whether the shop has questions to answer
 * @param viewed the products looked at last
 * @param refused what the shopper does not want to see
 */
public record OwnPage(
        String consent,
        boolean mayAgree,
        boolean mayRefuse,
        String version,
        boolean stored,
        boolean paused,
        List<Group> groups,
        List<Line> declared,
        boolean asksMore,
        List<ProductCard> viewed,
        List<Line> refused) {

    /** Conclusions of one kind under their heading. */
    public record Group(String heading, List<Line> lines) {}

    /**
     * Something that can be removed.
     *
     * @param label what it is
     * @param why the evidence in plain words, or null
     * @param strength 0 to 100, or null where there is none
     * @param form what the form that removes it sends
     */
    public record Line(String label, String why, Integer strength, String form) {
        /** Whether the shopper can also say that he does not want to see any of it. */
        public boolean isRefusable() {
            return form.startsWith("category:") || form.startsWith("brand:");
        }
    }

    public boolean isEmpty() {
        return groups.isEmpty() && declared.isEmpty() && viewed.isEmpty() && refused.isEmpty();
    }
}
