package org.p13n.engine.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.p13n.engine.model.basket.BasketModel;
import org.p13n.engine.model.content.ContentModel;
import org.p13n.engine.model.item.ItemModel;
import org.p13n.engine.model.item.ItemSettings;
import org.p13n.engine.model.item.ItemTrainer;
import org.p13n.engine.model.item.Step;
import org.p13n.engine.model.repeat.RepeatModel;
import org.p13n.engine.model.repeat.RepeatSettings;
import org.p13n.engine.model.session.SessionModel;
import org.p13n.engine.model.session.SessionSettings;
import org.p13n.engine.model.session.SessionTrainer;
import org.p13n.engine.model.taste.TasteModel;
import org.p13n.engine.model.taste.TasteSettings;

/**
 * What only a full training can say, until the next one: what comes next in a session, what fits what was bought before,
 * what is needed again, and what is alike by what is written about it. Immutable.
 */
record Solved(SessionModel sessions, TasteModel taste, RepeatModel repeats, ContentModel content) {
    static final Solved NOTHING = new Solved(
            new SessionTrainer(SessionSettings.defaults()).train(),
            TasteModel.of(
                    new ItemTrainer(ItemSettings.defaults()).train(0), Step.BOUGHT_BOUGHT, TasteSettings.defaults()),
            RepeatModel.empty(),
            ContentModel.EMPTY);

    long bytes() {
        return sessions.bytes() + taste.bytes() + taste.items().bytes() + repeats.bytes() + content.bytes();
    }

    void writeTo(DataOutput out) throws IOException {
        sessions.writeTo(out);
        taste.items().writeTo(out);
        taste.writeTo(out);
        repeats.writeTo(out);
        content.writeTo(out);
    }

    /** @param companions the baskets, which the model of repeats looks into and which are stored by themselves */
    static Solved readFrom(DataInput in, BasketModel companions) throws IOException {
        SessionModel sessions = SessionModel.readFrom(in, SessionSettings.defaults());
        TasteModel taste = TasteModel.readFrom(in, ItemModel.readFrom(in));
        RepeatModel repeats = RepeatModel.readFrom(in, RepeatSettings.defaults(), companions);
        return new Solved(sessions, taste, repeats, ContentModel.readFrom(in));
    }
}
