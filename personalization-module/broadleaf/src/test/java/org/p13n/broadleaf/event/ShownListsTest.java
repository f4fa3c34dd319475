package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.event.ShownLists.Cause;
import org.p13n.broadleaf.event.ShownLists.Click;
import org.p13n.broadleaf.event.ShownLists.Page;
import org.p13n.broadleaf.event.ShownLists.Shown;
import org.p13n.engine.event.ShoppingSessions;
import org.p13n.engine.event.ShownList;

class ShownListsTest {
    private static final long SHOPPER = 7;
    private static final long MINUTE = 60_000;
    private static final Page HOME = Page.of("/");
    private static final Page CATEGORY = Page.of("/grocery");

    private long now = 1_000_000;
    private final ShownLists lists = new ShownLists(3_200, ShoppingSessions.USUAL, 60 * MINUTE, () -> now);

    @Test
    void theLastListThatShowedTheProductLedToIt() {
        show(1, HOME, 10, 11);
        show(2, CATEGORY, 12, 13, 11);
        show(3, HOME, 14);

        assertThat(lists.inferClick(SHOPPER, 11, Page.UNKNOWN)).contains(new Click(2, 11, 3));
    }

    @Test
    void theListOnThePageWhereTheShopperCameFromGoesFirst() {
        show(1, HOME, 10, 11);
        show(2, CATEGORY, 11);

        assertThat(lists.inferClick(SHOPPER, 11, HOME)).contains(new Click(1, 11, 2));
    }

    @Test
    void aListOfHalfAnHourAgoLedToNothing() {
        show(1, HOME, 11);
        now += 30 * MINUTE + 1;

        assertThat(lists.inferClick(SHOPPER, 11, HOME)).isEmpty();
        assertThat(lists.confirmClick(SHOPPER, 1, 1)).isEmpty();
    }

    @Test
    void oneClickIsNotTwoWhoeverReportsItFirst() {
        show(1, HOME, 10, 11);
        assertThat(lists.confirmClick(SHOPPER, 1, 1)).isPresent();
        assertThat(lists.inferClick(SHOPPER, 10, HOME)).isEmpty();

        assertThat(lists.inferClick(SHOPPER, 11, HOME)).isPresent();
        assertThat(lists.confirmClick(SHOPPER, 1, 2)).isEmpty();
    }

    @Test
    void looksAtTheSamePageAgainAreNotMoreClicks() {
        show(1, HOME, 11);
        lists.inferClick(SHOPPER, 11, HOME);
        now += 5 * MINUTE;

        assertThat(lists.inferClick(SHOPPER, 11, HOME)).isEmpty();
        assertThat(lists.lastClickedFrom(SHOPPER, 11)).isEqualTo(1);
        now += 60 * MINUTE;
        assertThat(lists.lastClickedFrom(SHOPPER, 11)).isZero();
    }

    @Test
    void nobodyElsesListCountsAndNoPlaceThatItDoesNotHave() {
        show(1, HOME, 10, 11);

        assertThat(lists.confirmClick(8, 1, 1)).isEmpty();
        assertThat(lists.find(8, 1)).isEmpty();
        assertThat(lists.confirmClick(SHOPPER, 2, 1)).isEmpty();
        assertThat(lists.confirmClick(SHOPPER, 1, 0)).isEmpty();
        assertThat(lists.confirmClick(SHOPPER, 1, 3)).isEmpty();
    }

    @Test
    void aListIsSeenFurtherDownOrNotAtAll() {
        show(1, HOME, 10, 11, 12);

        assertThat(lists.isNewlySeen(SHOPPER, 1, 2)).isTrue();
        assertThat(lists.isNewlySeen(SHOPPER, 1, 2)).isFalse();
        assertThat(lists.isNewlySeen(SHOPPER, 1, 3)).isTrue();
        assertThat(lists.isNewlySeen(SHOPPER, 1, 4)).isFalse();
        assertThat(lists.isNewlySeen(SHOPPER, 9, 1)).isFalse();
    }

    @Test
    void nobodyLooksAtAPageForLongerThanSinceItWasOpened() {
        assertThat(lists.canHaveDwelt(SHOPPER, 11, 1)).isFalse();
        lists.viewed(SHOPPER, 11);
        now += MINUTE;

        assertThat(lists.canHaveDwelt(SHOPPER, 11, 600)).isFalse();
        assertThat(lists.canHaveDwelt(SHOPPER, 11, 0)).isFalse();
        assertThat(lists.canHaveDwelt(SHOPPER, 11, 40)).isTrue();
        assertThat(lists.canHaveDwelt(SHOPPER, 11, 20)).isTrue();
        assertThat(lists.canHaveDwelt(SHOPPER, 11, 20)).isFalse();
    }

    @Test
    void keepsWhyAProductStoodThere() {
        Cause cause = new Cause("ALSO_BOUGHT", 12, 5);
        ShownList list = new ShownList("home", "also-like", 1, 0, List.of(10L, 11L));
        lists.add(SHOPPER, new Shown(1, list, HOME, List.of(new Cause("NEW", 0, 0), cause), now));

        assertThat(lists.find(SHOPPER, 1).orElseThrow().cause(11)).contains(cause);
        assertThat(lists.find(SHOPPER, 1).orElseThrow().cause(99)).isEmpty();
    }

    @Test
    void memoryIsBoundedHoweverManyShoppersAndListsThereAre() {
        LongStream.range(1, 20_000).forEach(id -> add(id % 5_000 + 1, id, HOME, 10, 11));

        assertThat(lists.size()).isLessThanOrEqualTo(3_200).isGreaterThan(1_000);
        LongStream.range(1, 100).forEach(id -> add(SHOPPER, id, HOME, 10));
        assertThat(lists.find(SHOPPER, 99)).isPresent();
        assertThat(lists.find(SHOPPER, 50)).isEmpty();
    }

    @Test
    void forgetsWhoeverIsErased() {
        show(1, HOME, 10);
        add(8, 2, HOME, 10);

        lists.forgotten(id -> id == SHOPPER, now);

        assertThat(lists.find(SHOPPER, 1)).isEmpty();
        assertThat(lists.find(8, 2)).isPresent();
        assertThat(lists.size()).isEqualTo(1);
    }

    private void show(long id, Page page, long... items) {
        add(SHOPPER, id, page, items);
    }

    private void add(long shopperId, long id, Page page, long... items) {
        ShownList list =
                new ShownList("any", "any", 0, 0, LongStream.of(items).boxed().toList());
        lists.add(shopperId, new Shown(id, list, page, List.of(), now));
    }
}
