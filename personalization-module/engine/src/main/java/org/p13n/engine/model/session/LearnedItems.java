package org.p13n.engine.model.session;

/** What a log taught of items and their neighbours, before any weights. Immutable. */
record LearnedItems(SessionSettings settings, ItemFigures figures, NeighbourRows rows) {
    static LearnedItems from(ClickLog log, SessionSettings settings) {
        DirectRows direct = new DirectRows(log, settings);
        ItemFigures figures = ItemFigures.of(log, direct, settings);
        return new LearnedItems(settings, figures, RowTraining.rows(direct, settings));
    }

    int items() {
        return figures.items();
    }

    long bytes() {
        return figures.bytes() + rows.bytes();
    }

    /** What a click says, by how many different products came after it. */
    float say(int back) {
        return back < 2 ? 1 : (float) Math.pow(settings.lookBackDecay(), back - 1);
    }
}
