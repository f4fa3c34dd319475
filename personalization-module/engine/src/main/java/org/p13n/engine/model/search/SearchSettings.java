package org.p13n.engine.model.search;

/**
 * The hyper-parameters of search. The words' weights are as well those for the platform's own query, so that its first
 * window holds what is wanted.
 *
 * <p>Saturation and length penalty are the textbook's. All else was chosen on 116 judged queries of one electronics shop, for
 * want of others: the words' weights among eight, the number of agreeing results among three, coverage and agreement among
 * twelve recipes. Only the last choice is cross-validated in docs/quality.md, so other shops should expect less than is stated
 * there. Popularity could not be measured and is a guess.
 *
 * @param name weight of a word in the product's name; 0 = names are not searched; default 2
 * @param model the same for the maker's own name for it; default 1
 * @param brand the same for the brand; default 1
 * @param category the same for names of categories; default 1
 * @param description the same for the description; default 1
 * @param attributes the same for values of attributes; default 0.5
 * @param saturation how soon repeating a word stops counting (BM25's k1); more than 0; default 1.2
 * @param lengthPenalty how much a field longer than usual counts against its words (BM25's b); 0 = not at all, 1 = fully;
 *     default 0.75
 * @param coverage power of the share of the query that a product covers; 0 = a missing word costs only its own score, 1 =
 *     a product with half of the query also counts half; default 1
 * @param agreement how much a product gains that is of the kind of the best ones; 0 = nothing; default 0.15
 * @param agreeing how many of the best products say what kind is meant; 0 = none; default 20
 * @param popularity how much the most popular product gains; 0 = nothing; default 0.1
 * @param window how many of the platform's results are put into a new order; the rest follows as it was; 0 = none;
 *     default 500
 */
public record SearchSettings(
        double name,
        double model,
        double brand,
        double category,
        double description,
        double attributes,
        double saturation,
        double lengthPenalty,
        double coverage,
        double agreement,
        int agreeing,
        double popularity,
        int window) {
    private static final SearchSettings DEFAULTS =
            new SearchSettings(2, 1, 1, 1, 1, 0.5, 1.2, 0.75, 1, 0.15, 20, 0.1, 500);

    public SearchSettings {
        requireWithin("name", name, 0, 1000);
        requireWithin("model", model, 0, 1000);
        requireWithin("brand", brand, 0, 1000);
        requireWithin("category", category, 0, 1000);
        requireWithin("description", description, 0, 1000);
        requireWithin("attributes", attributes, 0, 1000);
        requireWithin("saturation", saturation, Double.MIN_VALUE, 1000);
        requireWithin("lengthPenalty", lengthPenalty, 0, 1);
        requireWithin("coverage", coverage, 0, 10);
        requireWithin("agreement", agreement, 0, 10);
        requireWithin("agreeing", agreeing, 0, 1000);
        requireWithin("popularity", popularity, 0, 10);
        requireWithin("window", window, 0, 10_000);
    }

    public static SearchSettings defaults() {
        return DEFAULTS;
    }

    /** These settings with another {@link #coverage}. */
    public SearchSettings withCoverage(double other) {
        return new SearchSettings(
                name,
                model,
                brand,
                category,
                description,
                attributes,
                saturation,
                lengthPenalty,
                other,
                agreement,
                agreeing,
                popularity,
                window);
    }

    /** These settings with another {@link #agreement}. */
    public SearchSettings withAgreement(double other) {
        return new SearchSettings(
                name,
                model,
                brand,
                category,
                description,
                attributes,
                saturation,
                lengthPenalty,
                coverage,
                other,
                agreeing,
                popularity,
                window);
    }

    double weightOf(SearchField field) {
        return switch (field) {
            case NAME -> name;
            case MODEL -> model;
            case BRAND -> brand;
            case CATEGORY -> category;
            case DESCRIPTION -> description;
            case ATTRIBUTES -> attributes;
        };
    }

    private static void requireWithin(String setting, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "Search setting " + setting + " must be " + least + " to " + most + " but is " + value);
        }
    }
}
