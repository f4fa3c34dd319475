package org.p13n.admin;

import java.util.ArrayList;
import java.util.List;
import org.p13n.broadleaf.config.PersonalizationStatus.Day;
import org.p13n.engine.event.InteractionType;

/**
 * What shoppers did on each of the last days: a table of a row per type and a column per day whose cells are bars. Each
 * row has its own scale, because a shop sees hundreds of views for every order and the orders are what matters.
 */
record ActivityChart(List<DayLabel> days, List<Row> rows) {
    private static final int FULL_HEIGHT = 100;

    /** The order in which a shopper comes to it: from looking to buying, and back. */
    private static final List<InteractionType> TYPES = List.of(
            InteractionType.PRODUCT_VIEW,
            InteractionType.CATEGORY_VIEW,
            InteractionType.SEARCH,
            InteractionType.CLICK,
            InteractionType.CART_ADD,
            InteractionType.CART_REMOVE,
            InteractionType.CHECKOUT_START,
            InteractionType.PURCHASE,
            InteractionType.CANCELLATION,
            InteractionType.RETURN);

    /** A column's head. */
    record DayLabel(String date, String weekday, String dayOfMonth, String inFull, boolean today) {}

    /** One type of interaction. */
    record Row(InteractionType type, String label, String today, String sum, List<Bar> bars) {}

    /**
     * One type on one day.
     *
     * @param height 0 to 100: the share of the highest bar of its row; more than 0 if anything happened
     * @param text the count, short enough for the cell
     * @param inFull day and count in words
     */
    record Bar(long count, int height, String text, String inFull) {}

    static ActivityChart of(List<Day> days, Words words) {
        List<DayLabel> labels = new ArrayList<>();
        for (Day day : days) {
            labels.add(new DayLabel(
                    day.date().toString(),
                    words.weekday(day.date()),
                    words.dayOfMonth(day.date()),
                    words.day(day.date()),
                    labels.size() == days.size() - 1));
        }
        return new ActivityChart(
                labels, TYPES.stream().map(type -> row(type, days, words)).toList());
    }

    /** How much happened on the last of the days. */
    static long today(List<Day> days) {
        if (days.isEmpty()) {
            return 0;
        }
        Day today = days.get(days.size() - 1);
        return TYPES.stream().mapToLong(today::count).sum();
    }

    private static Row row(InteractionType type, List<Day> days, Words words) {
        long most = days.stream().mapToLong(day -> day.count(type)).max().orElse(0);
        long sum = days.stream().mapToLong(day -> day.count(type)).sum();
        List<Bar> bars =
                days.stream().map(day -> bar(day.count(type), most, day, words)).toList();
        String today = bars.isEmpty()
                ? words.count(0)
                : words.count(bars.get(bars.size() - 1).count());
        return new Row(type, words.type(type), today, words.count(sum), bars);
    }

    private static Bar bar(long count, long most, Day day, Words words) {
        int height = count == 0 ? 0 : Math.max(1, Math.round((float) FULL_HEIGHT * count / most));
        return new Bar(
                count,
                height,
                words.shortCount(count),
                words.say("chart.bar", words.day(day.date()), words.count(count)));
    }
}
