package org.p13n.engine.model.popularity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ShownList;
import org.p13n.engine.model.index.LongIndex;

/** Learns popularity in contexts, trend and click rates from interactions, in any order. For one thread. */
public final class PopularityTrainer {
    /*
     * An interaction that lies in the future counts as of now. A cancellation takes its line back where the purchase
     * counted except from the query, which is not known any more; one of a whole order must come line by line.
     */
    private static final long SHOWN = 1_000_003;

    /** A shopper's last search. */
    private record Search(long context, long at) {}

    private final PopularitySettings settings;
    private final Function<Interaction, List<String>> segments;
    private final LongIndex items = new LongIndex();
    private final OncePerPeriod once;
    private final ContextCounts contexts;
    private final TrendCounts trend;
    private final ClickCounts clicks;
    private final Map<Long, Search> searches;

    /**
     * A trainer that has seen nothing.
     *
     * @param segments the groups whose popularity counts apart and to which the interaction's shopper belongs
     * @param now epoch milliseconds
     */
    public PopularityTrainer(PopularitySettings settings, Function<Interaction, List<String>> segments, long now) {
        this.settings = settings;
        this.segments = segments;
        once = new OncePerPeriod(settings.remembered(), settings.again().toMillis());
        contexts = new ContextCounts(settings, items, now);
        trend = new TrendCounts(settings, items);
        clicks = new ClickCounts(settings, items);
        searches = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Search> eldest) {
                return size() > settings.searchers();
            }
        };
    }

    /** Takes an interaction in; what says nothing about popularity is left out. */
    public void learn(Interaction happened, long now) {
        Interaction interaction = happened.notAfter(now);
        switch (interaction.type()) {
            case PRODUCT_VIEW -> learnInterest(interaction, settings.view());
            case CART_ADD -> learnInterest(interaction, settings.cart());
            case PURCHASE -> learnInterest(interaction, 1);
            case CANCELLATION, RETURN -> takeBack(interaction);
            case SEARCH ->
                searches.put(
                        interaction.shopperId(), new Search(Contexts.query(interaction.query()), interaction.at()));
            case IMPRESSION -> learnImpression(interaction);
            case CLICK -> learnClick(interaction);
            default -> {}
        }
    }

    private void learnInterest(Interaction interaction, double weight) {
        if (weight == 0) {
            return;
        }
        int item = items.findOrAdd(interaction.itemId());
        addEverywhere(interaction, item, weight, 0);
        Search search = searches.get(interaction.shopperId());
        if (search != null && isWithin(search, interaction.at())) {
            addToContext(search.context(), interaction, item, weight, 0);
        }
    }

    private void addEverywhere(Interaction interaction, int item, double weight, long kind) {
        if (isFirst(interaction, kind)) {
            trend.add(item, weight, interaction.at());
            contexts.addOverall(item, weight, interaction.at());
        }
        if (interaction.categoryId() != 0) {
            addToContext(Contexts.category(interaction.categoryId()), interaction, item, weight, kind);
        }
        for (String segment : segments.apply(interaction)) {
            addToContext(Contexts.segment(segment), interaction, item, weight, kind);
        }
    }

    private void addToContext(long context, Interaction interaction, int item, double weight, long kind) {
        if (isFirst(interaction, context + kind)) {
            contexts.add(context, item, weight, interaction.at());
        }
    }

    private boolean isWithin(Search search, long at) {
        return at >= search.at() && at - search.at() < settings.queryWindow().toMillis();
    }

    private void takeBack(Interaction interaction) {
        int item = items.find(interaction.itemId());
        if (item >= 0) {
            addEverywhere(interaction, item, -1, interaction.orderId());
        }
    }

    private void learnImpression(Interaction interaction) {
        ShownList.read(interaction.details().text()).ifPresent(list -> {
            int place = 0;
            for (long itemId : list.itemIds()) {
                place++;
                if (once.first(interaction.shopperId(), itemId, SHOWN, interaction.at())) {
                    clicks.addShown(items.findOrAdd(itemId), place, interaction.at());
                }
            }
        });
    }

    private void learnClick(Interaction interaction) {
        if (interaction.itemId() != 0 && isFirst(interaction, 0)) {
            clicks.addChosen(items.findOrAdd(interaction.itemId()), interaction.at());
        }
    }

    private boolean isFirst(Interaction interaction, long kind) {
        InteractionType type = interaction.type();
        return once.first(interaction.shopperId(), interaction.itemId(), 31 * kind + type.code(), interaction.at());
    }

    /** The models as of now; unaffected by what is learned later. */
    public PopularityModels publish(long now) {
        LongIndex published = items.copy();
        return new PopularityModels(
                contexts.publish(published, now), trend.publish(published, now), clicks.publish(published, now));
    }
}
