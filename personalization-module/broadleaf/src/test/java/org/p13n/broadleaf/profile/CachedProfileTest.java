package org.p13n.broadleaf.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.profile.ItemFacts;

class CachedProfileTest {
    private static final long ANNA = 7;
    private static final long HOUR = 3_600_000;
    private static final ItemFacts FACTS = new ItemFacts(11, "Tea", "Daybreak", new long[] {3}, 0);

    private final CachedProfile profile = new CachedProfile(ANNA);

    @Test
    void waitsForWhatIsNotStoredYet() {
        happened(view(11, 1));
        assertThat(profile.isAhead(0)).isTrue();
        assertThat(profile.isAhead(2)).isFalse();
    }

    @Test
    void waitsNoLongerForWhatWasRefusedOnceSomethingLaterIsStored() {
        happened(view(11, 1));
        Interaction later = view(12, 2);
        happened(later);
        Interaction last = view(13, 3);
        happened(last);
        profile.written(ShopSettings.empty(ANNA).with(later, FACTS), 1, List.of(later), null);
        assertThat(profile.isAhead(0)).isTrue();
        profile.written(ShopSettings.empty(ANNA).with(later, FACTS).with(last, FACTS), 2, List.of(last), null);
        assertThat(profile.isAhead(0)).isFalse();
    }

    @Test
    void showsTheLatestOnTopOfTheStoredProfileHoweverMuchWasNeverStored() {
        profile.read(ShopSettings.empty(ANNA), ProfileTable.NONE, profile.changes());
        for (int i = 0; i < 300; i++) {
            happened(view(11, i));
        }
        happened(view(12, 300));
        Interaction elsewhere = view(13, 299);
        profile.written(ShopSettings.empty(ANNA).with(elsewhere, FACTS), 1, List.of(elsewhere), null);
        assertThat(profile.shown().recentlyViewed()).startsWith(12L, 11L);
    }

    @Test
    void leavesTheMemoryAfterAnHourAlthoughSomethingWasNeverStored() {
        ProfileCache cache = new ProfileCache(1);
        cache.of(ANNA).happened(view(11, 1), FACTS);
        cache.of(8);
        cache.evictAt(HOUR);
        assertThat(cache.ifThere(ANNA)).isNotNull();
        cache.of(8);
        cache.evictAt(HOUR + 2);
        assertThat(cache.ifThere(ANNA)).isNull();
    }

    private void happened(Interaction interaction) {
        profile.happened(interaction, FACTS);
    }

    private static Interaction view(long item, long at) {
        return Interaction.productView(ANNA, item, at);
    }
}
