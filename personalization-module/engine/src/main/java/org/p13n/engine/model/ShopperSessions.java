package org.p13n.engine.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import org.p13n.engine.model.index.ForwardDecay;
import org.p13n.engine.model.index.LongIndex;

/** The shopping sessions of the shoppers active of late: what is viewed soon after something else belongs to it. */
final class ShopperSessions {
    /*
     * A pair weighs 1/distance, distance counted in distinct items. Five caps keep robots and scripts from bending the
     * model: a session teaches only until it is too long to be a person's, a shopper counts once per pair among the
     * last pairs remembered, an item that is viewed again in a session teaches nothing new, in a later session it counts
     * again only after a while, and a day has only so many views that count. What does not count for itself still is in
     * its session, so that what is viewed beside it for the first time is learned.
     */
    private final PairCounts pairs;
    private final ForwardDecay decay;
    private final TrainingSettings settings;
    private LongIndex shopperIds = new LongIndex();
    private List<ShopperSession> sessions = new ArrayList<>();

    ShopperSessions(PairCounts pairs, ForwardDecay decay, TrainingSettings settings) {
        this.pairs = pairs;
        this.decay = decay;
        this.settings = settings;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(sessions.size());
        for (ShopperSession session : sessions) {
            session.writeTo(out);
        }
    }

    /** Takes over another trainer's sessions; this one must have none. */
    void readFrom(DataInput in, int itemCount) throws IOException {
        int count = Stored.count("sessions", in.readInt(), settings.activeShoppers());
        for (int number = 0; number < count; number++) {
            ShopperSession session = ShopperSession.readFrom(in, itemCount, settings);
            if (shopperIds.findOrAdd(session.shopperId) != number) {
                throw new IOException("The stored model is refused: a shopper has two open sessions in it");
            }
            sessions.add(session);
        }
    }

    /** False if the view does not count: it repeats an earlier one, or the session or the day has had enough. */
    boolean view(long shopperId, int item, long at) {
        ShopperSession session = session(shopperId, at);
        session.touch(at, settings.sessions());
        if (session.moveToEnd(item) || session.size() >= settings.sessionItems()) {
            return false;
        }
        if (!session.mayCount(item, at, settings)) {
            session.append(item);
            return false;
        }
        double say = decay.growth(at);
        pairs.addOccurrence(item, say);
        for (int distance = 1; distance <= Math.min(settings.viewWindow(), session.size()); distance++) {
            int earlier = session.itemBack(distance);
            if (session.countsFor(item, earlier, settings.pairsRemembered())) {
                pairs.addPair(item, earlier, say / distance);
            }
        }
        session.append(item);
        return true;
    }

    /** When the session of the shopper's last view began; 0 if it was so long ago that it is forgotten again. */
    long begunAt(long shopperId) {
        int number = shopperIds.find(shopperId);
        return number < 0 ? 0 : sessions.get(number).begunAt();
    }

    private ShopperSession session(long shopperId, long at) {
        int number = shopperIds.findOrAdd(shopperId);
        if (number < sessions.size()) {
            return sessions.get(number);
        }
        ShopperSession session = new ShopperSession(shopperId, at);
        sessions.add(session);
        if (sessions.size() > settings.activeShoppers()) {
            forgetLongestInactive();
        }
        return session;
    }

    /** Drops all that is kept of those shoppers. */
    void forget(LongPredicate shoppers) {
        if (sessions.removeIf(session -> shoppers.test(session.shopperId))) {
            numberAnew();
        }
    }

    /** Of those who were active last at the same moment, those with the lower ids stay. */
    private void forgetLongestInactive() {
        long[] times =
                sessions.stream().mapToLong(ShopperSession::lastAt).sorted().toArray();
        int kept = settings.activeShoppers() * 3 / 4;
        long earliest = times[times.length - kept];
        List<ShopperSession> active = new ArrayList<>(kept);
        List<ShopperSession> atEarliest = new ArrayList<>();
        for (ShopperSession session : sessions) {
            if (session.lastAt() > earliest) {
                active.add(session);
            } else if (session.lastAt() == earliest) {
                atEarliest.add(session);
            }
        }
        atEarliest.sort(Comparator.comparingLong(session -> session.shopperId));
        active.addAll(atEarliest.subList(0, kept - active.size()));
        sessions = active;
        numberAnew();
    }

    private void numberAnew() {
        shopperIds = new LongIndex();
        for (ShopperSession session : sessions) {
            shopperIds.findOrAdd(session.shopperId);
        }
    }
}
