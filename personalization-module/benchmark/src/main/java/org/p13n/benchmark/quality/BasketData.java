package org.p13n.benchmark.quality;

import java.io.IOException;
import java.util.List;
import org.p13n.engine.model.basket.BasketModel;
import org.p13n.engine.model.basket.BasketSettings;
import org.p13n.engine.model.basket.BasketTrainer;

/** What the two basket protocols share: the training part, its counts, the baselines and the one model under test. */
final class BasketData {
    static final List<String> FILES = List.of(RetailOrders.BASKETS, RetailOrders.PROPERTIES);

    final RetailOrders orders;
    final int trainOrders;
    final int catalog;
    final int[] frequencies;

    private static BasketData last;
    private static QualityData lastFolder;

    private BasketModel model;
    private BasketBaselines baselines;

    private BasketData(QualityData data) throws IOException {
        orders = RetailOrders.read(data);
        trainOrders = Integer.parseInt(data.setting(RetailOrders.PROPERTIES, "train.baskets"));
        frequencies = new int[orders.catalog()];
        for (RetailOrders.Order order : training()) {
            for (int item : order.items()) {
                frequencies[item]++;
            }
        }
        int known = 0;
        for (int frequency : frequencies) {
            known += frequency > 0 ? 1 : 0;
        }
        catalog = known;
    }

    /** The data of a folder, the same object again for the next protocol. */
    static BasketData of(QualityData data) throws IOException {
        if (!data.equals(lastFolder)) {
            last = new BasketData(data);
            lastFolder = data;
        }
        return last;
    }

    List<RetailOrders.Order> training() {
        return orders.orders().subList(0, trainOrders);
    }

    BasketBaselines baselines() {
        if (baselines == null) {
            baselines = new BasketBaselines(training(), frequencies);
        }
        return baselines;
    }

    BasketModel model() {
        if (model == null) {
            BasketTrainer trainer = new BasketTrainer(BasketSettings.defaults());
            long last = 0;
            for (int order = 0; order < trainOrders; order++) {
                RetailOrders.Order each = orders.orders().get(order);
                for (int item : each.items()) {
                    trainer.add(order + 1L, each.customer(), item, each.at());
                }
                last = Math.max(last, each.at());
            }
            model = trainer.train(last);
        }
        return model;
    }
}
