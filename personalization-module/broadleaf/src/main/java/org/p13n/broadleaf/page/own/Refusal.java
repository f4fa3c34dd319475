package org.p13n.broadleaf.page.own;

import java.util.Optional;
import org.p13n.engine.event.Conclusion;
import org.p13n.engine.event.Conclusion.Kind;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;

/** What a shopper does not want to see: a product, a category or a brand. One of the three is given. */
record Refusal(long productId, long categoryId, String brand) {
    static final String RULE = "What is not wanted must be given as productId, a positive number, or as conclusion,"
            + " category: and an id or brand: and a name.";

    private static final String ID = "[1-9]\\d{0,17}";
    private static final int LONGEST = 300;

    static Optional<Refusal> of(String productId, String conclusion) {
        if (productId != null) {
            return productId.matches(ID)
                    ? Optional.of(new Refusal(Long.parseLong(productId), 0, ""))
                    : Optional.empty();
        }
        return conclusion == null || conclusion.length() > LONGEST
                ? Optional.empty()
                : Conclusion.read(conclusion).flatMap(Refusal::of);
    }

    private static Optional<Refusal> of(Conclusion conclusion) {
        if (conclusion.kind() == Kind.CATEGORY) {
            long id = Long.parseLong(conclusion.value());
            return id > 0 ? Optional.of(new Refusal(0, id, "")) : Optional.empty();
        }
        return conclusion.kind() == Kind.BRAND ? Optional.of(new Refusal(0, 0, conclusion.value())) : Optional.empty();
    }

    Interaction by(long shopperId, long at) {
        return new Interaction(
                InteractionType.NOT_INTERESTED,
                shopperId,
                productId,
                categoryId,
                null,
                0,
                0,
                at,
                InteractionDetails.NONE.withText(brand));
    }
}
