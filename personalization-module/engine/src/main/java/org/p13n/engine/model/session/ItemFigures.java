package org.p13n.engine.model.session;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** What a log says of each item alone: how often, how recently, and how much came after and before it. Immutable. */
final class ItemFigures {
    /** Number of clicks in the log. */
    final int size;

    final int[] clicks;
    /** Place of the latest click, -1 if there is none. */
    final int[] latest;
    /** Clicks decayed over the share of the log that {@link SessionSettings#popularity} names. */
    final float[] popularity;
    /** Clicks decayed over the share of the log that {@link SessionSettings#trend} names. */
    final float[] trend;

    final float[] afterSums;
    final float[] beforeSums;

    private ItemFigures(int size, int items) {
        this.size = size;
        clicks = new int[items];
        latest = new int[items];
        popularity = new float[items];
        trend = new float[items];
        afterSums = new float[items];
        beforeSums = new float[items];
    }

    static ItemFigures of(ClickLog log, DirectRows rows, SessionSettings settings) {
        ItemFigures figures = new ItemFigures(log.size(), log.items());
        Arrays.fill(figures.latest, -1);
        for (int place = 0; place < log.size(); place++) {
            int item = log.itemAt(place);
            figures.clicks[item]++;
            figures.latest[item] = place;
            double age = (log.size() - place) / ClickLog.unitOfAge(log.size());
            figures.popularity[item] += (float) Math.exp(-age / settings.popularity());
            figures.trend[item] += (float) Math.exp(-age / settings.trend());
        }
        System.arraycopy(rows.afterSums, 0, figures.afterSums, 0, log.items());
        System.arraycopy(rows.beforeSums, 0, figures.beforeSums, 0, log.items());
        return figures;
    }

    int items() {
        return clicks.length;
    }

    /** The items of most popularity, ties by number. */
    int[] mostPopular(int limit) {
        Strongest strongest = new Strongest(limit);
        for (int item = 0; item < clicks.length; item++) {
            strongest.offer(item, popularity[item]);
        }
        return strongest.items();
    }

    long bytes() {
        return 24L * clicks.length;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int item = 0; item < clicks.length; item++) {
            out.writeInt(clicks[item]);
            out.writeInt(latest[item]);
            out.writeFloat(popularity[item]);
            out.writeFloat(trend[item]);
            out.writeFloat(afterSums[item]);
            out.writeFloat(beforeSums[item]);
        }
    }

    static ItemFigures readFrom(DataInput in, int items) throws IOException {
        int size = in.readInt();
        if (size < 0) {
            throw new IOException("There must be 0 or more clicks but there are " + size);
        }
        ItemFigures figures = new ItemFigures(size, items);
        for (int item = 0; item < items; item++) {
            figures.clicks[item] = in.readInt();
            figures.latest[item] = in.readInt();
            figures.popularity[item] = in.readFloat();
            figures.trend[item] = in.readFloat();
            figures.afterSums[item] = in.readFloat();
            figures.beforeSums[item] = in.readFloat();
            figures.check(item);
        }
        return figures;
    }

    private void check(int item) throws IOException {
        float sum = popularity[item] + trend[item] + afterSums[item] + beforeSums[item];
        float least = Math.min(Math.min(popularity[item], trend[item]), Math.min(afterSums[item], beforeSums[item]));
        if (clicks[item] < 0 || clicks[item] > size || latest[item] < -1 || latest[item] >= size) {
            throw new IOException("Item number " + item + " must have from 0 to " + size
                    + " clicks, the latest at one of as many places, but has " + clicks[item] + ", the latest at "
                    + latest[item]);
        }
        if (!(least >= 0) || Float.isInfinite(sum)) {
            throw new IOException("The figures of item number " + item + " must be numbers of 0 or more");
        }
    }
}
