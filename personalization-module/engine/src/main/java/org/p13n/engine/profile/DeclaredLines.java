package org.p13n.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.p13n.engine.event.Conclusion;
import org.p13n.engine.event.Conclusion.Kind;
import org.p13n.engine.event.Preference;

/** What a declared preference is about, in the terms of what would otherwise be inferred. */
final class DeclaredLines {
    private DeclaredLines() {}

    /** One line per answer; an answer that must be a number and is not is about nothing. */
    static List<Conclusion> of(Preference preference) {
        List<Conclusion> lines = new ArrayList<>();
        for (String answer : preference.answers()) {
            switch (preference.question()) {
                case Preference.BRAND -> lines.add(new Conclusion(Kind.BRAND, answer));
                case Preference.CATEGORY -> number(Kind.CATEGORY, answer).ifPresent(lines::add);
                case Preference.PRICE -> number(Kind.PRICE, answer).ifPresent(lines::add);
                default -> lines.add(new Conclusion(Kind.ATTRIBUTE, preference.question() + "=" + answer));
            }
        }
        return lines;
    }

    /** The "not interested" that says the contrary. */
    static Optional<Conclusion> opposite(Conclusion line) {
        return switch (line.kind()) {
            case BRAND -> Optional.of(new Conclusion(Kind.NOT_BRAND, line.value()));
            case CATEGORY -> Optional.of(new Conclusion(Kind.NOT_CATEGORY, line.value()));
            default -> Optional.empty();
        };
    }

    private static Optional<Conclusion> number(Kind kind, String answer) {
        return answer.matches("[0-9]{1,18}") ? Optional.of(new Conclusion(kind, answer)) : Optional.empty();
    }
}
