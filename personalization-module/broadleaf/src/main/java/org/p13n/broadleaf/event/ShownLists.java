package org.p13n.broadleaf.event;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.p13n.engine.event.ShoppingSessions;
import org.p13n.engine.event.ShownList;

/**
 * The lists that this node has shown of late, by shopper: what a click can belong to, what a browser may speak of, and
 * why each product stood there. State lives in the process and is bounded: who has not been seen for the longest time
 * leaves first.
 */
public final class ShownLists implements ErasureListener {
    /*
     * The shoppers are dealt out to stripes, each with a lock of its own that is held for a few map operations, so that
     * two requests hardly ever wait for each other.
     */
    private static final int STRIPES = 32;

    private final List<Stripe> stripes;
    private final LongSupplier clock;

    /** A list as it was shown. */
    public record Shown(long id, ShownList list, Page page, List<Cause> causes, long at) {
        public Shown {
            causes = List.copyOf(causes);
        }

        /** The product's place, from 1; 0 if it is not in the list. */
        public int position(long itemId) {
            return list.itemIds().indexOf(itemId) + 1;
        }

        /** Why the product stands there, if the list was chosen product by product. */
        public Optional<Cause> cause(long itemId) {
            int position = position(itemId);
            return position == 0 || position > causes.size() ? Optional.empty() : Optional.of(causes.get(position - 1));
        }
    }

    /** The page on which a list stood, as a number that tells it from others: addresses are not kept. */
    public record Page(int number) {
        static final Page UNKNOWN = new Page(0);

        /** @param address path and query */
        static Page of(String address) {
            return address == null ? UNKNOWN : new Page(address.hashCode());
        }
    }

    /**
     * Why a product stands in a list.
     *
     * @param reason the name of the recommender's reason
     * @param evidence how many orders, sessions or interactions it rests on
     * @param becauseItemId the product that led to it, 0 if none did
     */
    public record Cause(String reason, long evidence, long becauseItemId) {}

    /** A product that was chosen from a list; the position counts from 1. */
    public record Click(long listId, long itemId, int position) {}

    /**
     * Nothing shown yet.
     *
     * @param capacity how many lists are remembered; one of 24 products takes about 1 KB
     * @param sessions how long a list counts as what led to a click
     * @param attributionMillis how long a click counts as what led to the cart
     */
    public ShownLists(int capacity, ShoppingSessions sessions, long attributionMillis) {
        this(capacity, sessions, attributionMillis, System::currentTimeMillis);
    }

    ShownLists(int capacity, ShoppingSessions sessions, long attributionMillis, LongSupplier clock) {
        this.clock = clock;
        stripes = IntStream.range(0, STRIPES)
                .mapToObj(stripe -> new Stripe(Math.max(1, capacity / STRIPES), sessions, attributionMillis))
                .toList();
    }

    public void add(long shopperId, Shown shown) {
        of(shopperId).change(shopperId, recent -> recent.add(shown));
    }

    /** The list, if it was shown to this very shopper. */
    public Optional<Shown> find(long shopperId, long listId) {
        return of(shopperId).ask(shopperId, recent -> recent.find(listId));
    }

    /** Notes that the shopper looks at the product's page. */
    void viewed(long shopperId, long itemId) {
        of(shopperId).change(shopperId, recent -> recent.viewed(itemId, clock.getAsLong()));
    }

    /**
     * The click that must have led to the product's page, if none is known already.
     *
     * @param from the page that the shopper came from
     */
    Optional<Click> inferClick(long shopperId, long itemId, Page from) {
        return of(shopperId).ask(shopperId, recent -> recent.inferClick(itemId, from, clock.getAsLong()));
    }

    /** The click that a browser reports; empty if there was no such list or place, or if it is known already. */
    public Optional<Click> confirmClick(long shopperId, long listId, int position) {
        return of(shopperId).ask(shopperId, recent -> recent.confirmClick(listId, position, clock.getAsLong()));
    }

    /** Whether it is news, and possible, that the list was seen down to that position. */
    public boolean isNewlySeen(long shopperId, long listId, int deepest) {
        return of(shopperId)
                .ask(shopperId, recent -> recent.seen(listId, deepest) ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    /** Whether the product's page can have been in sight for so long since the shopper opened it. */
    public boolean canHaveDwelt(long shopperId, long itemId, int seconds) {
        return of(shopperId)
                .ask(
                        shopperId,
                        recent ->
                                recent.dwelt(itemId, seconds, clock.getAsLong()) ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    /** Whether the product stood in any list that the shopper was shown, or the shopper has opened its page. */
    public boolean hasMet(long shopperId, long itemId) {
        return of(shopperId)
                .ask(shopperId, recent -> recent.hasMet(itemId) ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    /** The list from which the shopper last chose the product, 0 if from none. */
    public long lastClickedFrom(long shopperId, long itemId) {
        return of(shopperId)
                .ask(shopperId, recent -> recent.lastClickedFrom(itemId, clock.getAsLong()))
                .orElse(0L);
    }

    @Override
    public void forgotten(LongPredicate erased, long until) {
        stripes.forEach(stripe -> stripe.forget(erased));
    }

    /** How many lists are remembered. */
    int size() {
        return stripes.stream().mapToInt(Stripe::size).sum();
    }

    private Stripe of(long shopperId) {
        return stripes.get(Math.floorMod(Long.hashCode(shopperId * 0x9E3779B97F4A7C15L), STRIPES));
    }

    /** A share of the shoppers. */
    private static final class Stripe {
        private final int capacity;
        private final ShoppingSessions sessions;
        private final long attributionMillis;
        private final Map<Long, RecentLists> shoppers = new LinkedHashMap<>(16, 0.75f, true);
        private int lists;

        Stripe(int capacity, ShoppingSessions sessions, long attributionMillis) {
            this.capacity = capacity;
            this.sessions = sessions;
            this.attributionMillis = attributionMillis;
        }

        synchronized void change(long shopperId, ToIntFunction<RecentLists> change) {
            lists += change.applyAsInt(
                    shoppers.computeIfAbsent(shopperId, id -> new RecentLists(sessions, attributionMillis)));
            Iterator<RecentLists> eldest = shoppers.values().iterator();
            while ((lists > capacity || shoppers.size() > capacity) && shoppers.size() > 1) {
                lists -= eldest.next().size();
                eldest.remove();
            }
        }

        synchronized <A> Optional<A> ask(long shopperId, Function<RecentLists, Optional<A>> question) {
            RecentLists recent = shoppers.get(shopperId);
            return recent == null ? Optional.empty() : question.apply(recent);
        }

        synchronized void forget(LongPredicate erased) {
            shoppers.keySet().removeIf(erased::test);
            lists = shoppers.values().stream().mapToInt(RecentLists::size).sum();
        }

        synchronized int size() {
            return lists;
        }
    }
}
