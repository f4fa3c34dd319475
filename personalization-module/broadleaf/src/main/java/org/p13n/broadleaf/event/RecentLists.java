package org.p13n.broadleaf.event;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.p13n.broadleaf.event.ShownLists.Click;
import org.p13n.broadleaf.event.ShownLists.Page;
import org.p13n.broadleaf.event.ShownLists.Shown;
import org.p13n.engine.event.ShoppingSessions;

/** What one shopper was shown, chose and opened of late. Guarded by its {@link ShownLists}. */
final class RecentLists {
    /** So many lists of one shopper are remembered; the oldest leaves first. */
    static final int MOST_LISTS = 24;

    /** Of so many products it is remembered when they were opened and from which list they were chosen. */
    private static final int MOST_PRODUCTS = 50;

    /** Server and browser report one click within this time of each other. */
    private static final long SAME_CLICK_MILLIS = 60_000;

    /** Clocks and networks are no finer than this. */
    private static final int SECONDS_OF_GRACE = 5;

    private static final int MILLIS_PER_SECOND = 1_000;

    private final ShoppingSessions sessions;
    private final long attributionMillis;
    private final Deque<Followed> newestFirst = new ArrayDeque<>();
    private final Map<Long, Choice> choices = new Bounded<>();
    private final Map<Long, Opening> openings = new Bounded<>();

    RecentLists(ShoppingSessions sessions, long attributionMillis) {
        this.sessions = sessions;
        this.attributionMillis = attributionMillis;
    }

    private record Choice(long listId, long at) {}

    private record Opening(long at, long secondsDwelt) {}

    /** A list, and what became of it. */
    private static final class Followed {
        private final Shown shown;
        private final Set<Long> chosen = new HashSet<>();
        private int deepest;

        Followed(Shown shown) {
            this.shown = shown;
        }
    }

    private static final class Bounded<V> extends LinkedHashMap<Long, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
            return size() > MOST_PRODUCTS;
        }
    }

    int size() {
        return newestFirst.size();
    }

    /** @return by how many lists there are more now */
    int add(Shown shown) {
        newestFirst.addFirst(new Followed(shown));
        if (newestFirst.size() > MOST_LISTS) {
            newestFirst.removeLast();
            return 0;
        }
        return 1;
    }

    Optional<Shown> find(long listId) {
        return followed(listId).map(followed -> followed.shown);
    }

    /** @return by how many lists there are more now: none */
    int viewed(long itemId, long now) {
        openings.remove(itemId); // the last opened stays longest
        openings.put(itemId, new Opening(now, 0));
        return 0;
    }

    Optional<Click> inferClick(long itemId, Page from, long now) {
        if (isJustChosen(itemId, now)) {
            return Optional.empty();
        }
        return source(itemId, from, now)
                .filter(followed -> !followed.chosen.contains(itemId))
                .map(followed -> choose(followed, itemId, now));
    }

    Optional<Click> confirmClick(long listId, int position, long now) {
        return followed(listId)
                .filter(followed -> position >= 1
                        && position <= followed.shown.list().itemIds().size()
                        && isRecent(followed, now))
                .flatMap(followed -> {
                    long itemId = followed.shown.list().itemIds().get(position - 1);
                    boolean known = followed.chosen.contains(itemId) || isJustChosen(itemId, now);
                    return known ? Optional.empty() : Optional.of(choose(followed, itemId, now));
                });
    }

    boolean seen(long listId, int deepest) {
        Followed followed = followed(listId).orElse(null);
        if (followed == null
                || deepest <= followed.deepest
                || deepest > followed.shown.list().itemIds().size()) {
            return false;
        }
        followed.deepest = deepest;
        return true;
    }

    boolean dwelt(long itemId, int seconds, long now) {
        Opening opening = openings.get(itemId);
        if (opening == null
                || seconds < 1
                || opening.secondsDwelt() + seconds > (now - opening.at()) / MILLIS_PER_SECOND + SECONDS_OF_GRACE) {
            return false;
        }
        openings.put(itemId, new Opening(opening.at(), opening.secondsDwelt() + seconds));
        return true;
    }

    boolean hasMet(long itemId) {
        return openings.containsKey(itemId)
                || newestFirst.stream().anyMatch(followed -> followed.shown.position(itemId) > 0);
    }

    Optional<Long> lastClickedFrom(long itemId, long now) {
        return Optional.ofNullable(choices.get(itemId))
                .filter(choice -> now - choice.at() <= attributionMillis)
                .map(Choice::listId);
    }

    private boolean isJustChosen(long itemId, long now) {
        Choice choice = choices.get(itemId);
        return choice != null && now - choice.at() < SAME_CLICK_MILLIS;
    }

    /** The list on the page that the shopper came from; if the product stood in none there, the last that showed it. */
    private Optional<Followed> source(long itemId, Page from, long now) {
        Followed last = null;
        for (Iterator<Followed> lists = newestFirst.iterator(); lists.hasNext(); ) {
            Followed followed = lists.next();
            if (isRecent(followed, now) && followed.shown.position(itemId) > 0) {
                if (followed.shown.page().equals(from)) {
                    return Optional.of(followed);
                }
                last = last == null ? followed : last;
            }
        }
        return Optional.ofNullable(last);
    }

    private Click choose(Followed followed, long itemId, long now) {
        followed.chosen.add(itemId);
        choices.remove(itemId);
        choices.put(itemId, new Choice(followed.shown.id(), now));
        return new Click(followed.shown.id(), itemId, followed.shown.position(itemId));
    }

    private boolean isRecent(Followed followed, long now) {
        return sessions.goesOn(followed.shown.at(), now);
    }

    private Optional<Followed> followed(long listId) {
        return newestFirst.stream()
                .filter(followed -> followed.shown.id() == listId)
                .findFirst();
    }
}
