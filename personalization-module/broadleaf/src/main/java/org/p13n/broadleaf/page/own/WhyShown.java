package org.p13n.broadleaf.page.own;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.event.ShownLists.Cause;
import org.p13n.broadleaf.event.ShownLists.Shown;
import org.p13n.broadleaf.page.Texts;
import org.p13n.broadleaf.profile.CatalogFacts;
import org.p13n.broadleaf.profile.ShopperProfiles;
import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.profile.ShopperProfile;

/** Explains to a shopper why a product stood in a list that he was shown. */
public final class WhyShown {
    private static final String PERSONAL = "personal";

    private final Texts texts;
    private final CatalogFacts catalog;
    private final ShopperProfiles profiles;
    private final LongSupplier clock = System::currentTimeMillis;

    public WhyShown(Texts texts, CatalogFacts catalog, ShopperProfiles profiles) {
        this.texts = texts;
        this.catalog = catalog;
        this.profiles = profiles;
    }

    /** Something in the shopper's profile that speaks for a product. */
    private record Ground(String label, double affinity, int evidence) {}

    String json(Shopper shopper, Shown shown, long productId) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("list", Long.toString(shown.id()));
        answer.put("product", productId);
        answer.put("placement", shown.list().placement());
        answer.put("strategy", shown.list().strategy());
        answer.put("position", shown.position(productId));
        Optional<Cause> cause = shown.cause(productId);
        if (cause.isPresent()) {
            addCause(answer, cause.get());
        } else {
            addOrder(answer, shopper, shown, productId);
        }
        return answer.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ": " + written(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}\n"));
    }

    private void addCause(Map<String, Object> answer, Cause cause) {
        ItemFacts because = catalog.facts(cause.becauseItemId());
        boolean named = because != null && !because.name().isBlank();
        String key = "p13n.why.one." + cause.reason();
        answer.put("reason", cause.reason());
        answer.put("sentence", named ? texts.of(key + ".named", because.name()) : texts.of(key));
        answer.put("evidence", cause.evidence());
        if (named) {
            answer.put("because", cause.becauseItemId());
        }
    }

    /** The list is the shop's own, perhaps put into the shopper's order: what of his profile speaks for the product? */
    private void addOrder(Map<String, Object> answer, Shopper shopper, Shown shown, long productId) {
        ItemFacts facts = catalog.facts(productId);
        Optional<Ground> ground = PERSONAL.equals(shown.list().strategy()) && facts != null
                ? strongest(profiles.profile(shopper), facts)
                : Optional.empty();
        answer.put("reason", ground.isPresent() ? "PERSONAL_ORDER" : "SHOP_ORDER");
        answer.put(
                "sentence",
                ground.map(found -> texts.of("p13n.why.one.PERSONAL_ORDER", found.label()))
                        .orElseGet(() -> texts.of("p13n.why.one.SHOP_ORDER")));
        answer.put("evidence", ground.map(Ground::evidence).orElse(0));
    }

    private Optional<Ground> strongest(ShopperProfile profile, ItemFacts facts) {
        long now = clock.getAsLong();
        Stream<Ground> brands = profile.topBrands(Integer.MAX_VALUE, now).stream()
                .filter(brand -> brand.brand().equalsIgnoreCase(facts.brand()))
                .map(brand -> new Ground(brand.brand(), brand.affinity(), brand.evidence()));
        Stream<Ground> categories = profile.topCategories(Integer.MAX_VALUE, now).stream()
                .filter(category -> Arrays.stream(facts.categoryIds()).anyMatch(id -> id == category.categoryId()))
                .filter(category -> catalog.categoryFacts(category.categoryId()) != null)
                .map(category -> new Ground(
                        catalog.categoryFacts(category.categoryId()).name(), category.affinity(), category.evidence()));
        return Stream.concat(brands, categories).max(Comparator.comparingDouble(Ground::affinity));
    }

    private static String written(Object value) {
        return value instanceof String text ? quoted(text) : value.toString();
    }

    /** Also safe within a page: nothing in it can end a script or an attribute. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            if (letter < ' '
                    || letter == '"'
                    || letter == '\\'
                    || letter == '<'
                    || letter == '>'
                    || letter == '&'
                    || letter == '\u2028'
                    || letter == '\u2029'
                    || Character.isSurrogate(letter)) {
                quoted.append(String.format("\\u%04x", (int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }
}
