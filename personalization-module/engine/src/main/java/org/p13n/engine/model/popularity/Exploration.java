package org.p13n.engine.model.popularity;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.p13n.engine.event.Hash;

/**
 * Gives new arrivals a bounded share of the places of lists, so that the shop learns what they are worth.
 *
 * @param share of a list's places at most, rounded up; on average exactly that; 0 = nothing is tried out; at most 0.5;
 *     default 0.1
 * @param bucket for how long a shopper sees the same arrivals in the same list; more than 0; default 1 hour
 * @param seed another seed draws other arrivals; default 0
 */
public record Exploration(double share, Duration bucket, long seed) {
    public static final Exploration DEFAULTS = new Exploration(0.1, Duration.ofHours(1), 0);

    /** One arrival that got a place. */
    private record Draw(long itemId, double rate) {}

    public Exploration {
        if (!(share >= 0 && share <= 0.5)) {
            throw new IllegalArgumentException("The share of exploration must be 0 to 0.5 but is " + share);
        }
        if (bucket.toMillis() < 1) {
            throw new IllegalArgumentException("The bucket of exploration must be 1 ms or more but is " + bucket);
        }
    }

    /**
     * The list with some arrivals in it, spread evenly and never in the first place; what they push out at the end is
     * dropped. As long as the list was, and without repeats if it had none.
     *
     * @param arrivals new items that may be shown; those already in the list are not added
     */
    public ExploredList explore(long[] list, long[] arrivals, ClickRates rates, long shopperId, long now) {
        long moment = Hash.mix(seed + 31 * (now / bucket.toMillis()) + 31 * 31 * Hash.mix(shopperId));
        Draw[] drawn = draw(list, arrivals, rates, moment);
        int places = Math.min(places(list.length, moment), drawn.length);
        long[] result = new long[list.length];
        boolean[] explored = new boolean[list.length];
        for (int i = 0; i < places; i++) {
            int place = Math.max(1, (int) ((i + 1L) * list.length / (places + 1)));
            result[place] = drawn[i].itemId();
            explored[place] = true;
        }
        int next = 0;
        for (int place = 0; place < result.length; place++) {
            if (!explored[place]) {
                result[place] = list[next++];
            }
        }
        return new ExploredList(result, explored);
    }

    /** How many places are set aside: the share of the list, its fraction by chance. */
    private int places(int length, long moment) {
        double wanted = share * length;
        int whole = (int) wanted;
        int places = whole + (BetaDraw.uniform(moment) < wanted - whole ? 1 : 0);
        return Math.min(places, Math.max(0, length - 1));
    }

    /** The arrivals by what was drawn for each, best first, ties by id. */
    private static Draw[] draw(long[] list, long[] arrivals, ClickRates rates, long moment) {
        Set<Long> taken = new HashSet<>();
        for (long item : list) {
            taken.add(item);
        }
        return Arrays.stream(arrivals)
                .filter(taken::add)
                .mapToObj(item -> new Draw(item, rates.draw(item, moment ^ Hash.mix(item))))
                .sorted(Comparator.comparingDouble(Draw::rate).reversed().thenComparingLong(Draw::itemId))
                .toArray(Draw[]::new);
    }
}
