package org.p13n.benchmark.peers;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.p13n.engine.model.item.ItemSettings;
import org.p13n.engine.model.item.ItemTrainer;
import org.p13n.engine.model.item.Step;
import org.p13n.engine.model.item.Touch;
import org.p13n.engine.model.taste.TasteModel;
import org.p13n.engine.model.taste.TastePick;
import org.p13n.engine.model.taste.TasteSettings;
import org.p13n.engine.model.taste.TasteTrainer;

/** The engine's own: long-term taste over item-to-item lists, with weights learned in training or set by hand. */
final class OurPeer implements Peer {
    private static final ItemSettings ITEMS = ItemSettings.defaults();
    private static final TasteSettings TASTE = TasteSettings.defaults();

    private final boolean learnsWeights;
    private long[][] newestFirst;
    private long[][] sorted;
    private TasteModel model;

    OurPeer(boolean learnsWeights) {
        this.learnsWeights = learnsWeights;
    }

    @Override
    public String name() {
        return learnsWeights ? "p13n" : "p13n item lists only";
    }

    /** A moment is a minute: the histories know the order only. */
    @Override
    public void train(List<long[]> histories) {
        ItemTrainer touches = new ItemTrainer(ITEMS);
        newestFirst = new long[histories.size()][];
        sorted = new long[histories.size()][];
        long now = 0;
        for (int shopper = 0; shopper < histories.size(); shopper++) {
            long[] known = histories.get(shopper);
            newestFirst[shopper] = new long[known.length];
            for (int i = 0; i < known.length; i++) {
                long at = TimeUnit.MINUTES.toMillis(i);
                touches.add(shopper, known[i], Touch.PURCHASE, at);
                newestFirst[shopper][known.length - 1 - i] = known[i];
                now = Math.max(now, at);
            }
            sorted[shopper] = Arrays.stream(known).sorted().toArray();
        }
        model = learnsWeights
                ? new TasteTrainer(TASTE, ITEMS, Step.BOUGHT_BOUGHT).train(touches, now)
                : TasteModel.of(touches.train(now), Step.BOUGHT_BOUGHT, TASTE);
    }

    @Override
    public long[] recommend(int shopper, int howMany) {
        long[] known = sorted[shopper];
        return model.top(newestFirst[shopper], howMany, item -> Arrays.binarySearch(known, item) < 0).stream()
                .mapToLong(TastePick::itemId)
                .toArray();
    }
}
