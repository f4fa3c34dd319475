package org.p13n.engine.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.p13n.engine.event.Preference;

/** What the shopper has declared, the latest declaration of each of at most {@value #LIMIT} questions; immutable. */
final class Declared {
    /*
     * Last writer wins per question; at the same moment the greater text. A withdrawn declaration is kept without
     * answers, so that no older one comes back in a merge.
     */
    static final int LIMIT = 16;
    static final int MOST_ANSWERS = 8;
    static final Declared EMPTY = new Declared(List.of());

    private static final Comparator<Declaration> NEWEST_FIRST = Comparator.comparingLong(Declaration::at)
            .reversed()
            .thenComparing(declaration -> declaration.preference().question());

    private final List<Declaration> declarations;

    /** What was declared, and when. */
    record Declaration(Preference preference, long at) {
        boolean outdates(Declaration other) {
            return at != other.at ? at > other.at : preference.encode().compareTo(other.preference.encode()) > 0;
        }
    }

    private Declared(List<Declaration> byQuestion) {
        declarations = byQuestion;
    }

    Declared with(Preference preference, long at) {
        return with(new Declaration(bounded(preference), at));
    }

    Declared mergedWith(Declared other) {
        Declared merged = this;
        for (Declaration declaration : other.declarations) {
            merged = merged.with(declaration);
        }
        return merged;
    }

    /** By question, also those withdrawn. */
    List<Declaration> all() {
        return declarations;
    }

    /** Question to answers, in the order of the questions' names; without those withdrawn. */
    Map<String, List<String>> answers() {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Declaration declaration : declarations) {
            if (!declaration.preference().answers().isEmpty()) {
                answers.put(
                        declaration.preference().question(),
                        declaration.preference().answers());
            }
        }
        return answers;
    }

    private Declared with(Declaration declaration) {
        Map<String, Declaration> byQuestion = new TreeMap<>();
        declarations.forEach(each -> byQuestion.put(each.preference().question(), each));
        byQuestion.merge(
                declaration.preference().question(),
                declaration,
                (known, added) -> added.outdates(known) ? added : known);
        List<Declaration> next = new ArrayList<>(byQuestion.values());
        if (next.size() > LIMIT) {
            next.remove(next.stream().max(NEWEST_FIRST).orElseThrow());
        }
        return new Declared(next);
    }

    private static Preference bounded(Preference given) {
        return new Preference(
                Label.of(given.question()),
                given.answers().stream().map(Label::of).limit(MOST_ANSWERS).toList());
    }
}
