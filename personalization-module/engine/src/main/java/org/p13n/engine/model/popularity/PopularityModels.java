package org.p13n.engine.model.popularity;

/** What one publication of the {@link PopularityTrainer} gives. */
public record PopularityModels(ContextPopularity contexts, Trend trend, ClickRates clicks) {}
