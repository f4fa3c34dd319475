package org.p13n.broadleaf.profile;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.p13n.engine.profile.ShopperProfile;

/** A profile as JSON: all that it concludes, and the stored line itself. */
final class ProfileJson {
    private static final int ALL = 1_000;

    private final JsonWriter json;

    private interface Entry<T> {
        void write(T entry) throws IOException;
    }

    ProfileJson(JsonWriter json) {
        this.json = json;
    }

    void write(ShopperProfile profile, long now) throws IOException {
        json.beginObject();
        json.name("interactions").value(profile.interactionCount());
        json.name("lastInteractionAt").value(ShopperExport.time(profile.lastInteractionAt()));
        json.name("paused").value(profile.paused());
        declared(profile.declared());
        list("categories", profile.topCategories(ALL, now), one -> {
            json.name("id").value(one.categoryId());
            affinity(one.affinity(), one.evidence());
        });
        list("brands", profile.topBrands(ALL, now), one -> {
            json.name("brand").value(one.brand());
            affinity(one.affinity(), one.evidence());
        });
        list("attributes", profile.topAttributes(ALL, now), one -> {
            json.name("attribute").value(one.name()).name("value").value(one.value());
            affinity(one.affinity(), one.evidence());
        });
        list("priceBands", profile.priceBands(now), one -> {
            json.name("band").value(one.band());
            affinity(one.affinity(), one.evidence());
        });
        list("searches", profile.topIntents(ALL, now), one -> {
            json.name("term").value(one.term());
            affinity(one.affinity(), one.evidence());
        });
        list("devices", profile.devices(now), one -> {
            json.name("device").value(one.device().name());
            affinity(one.affinity(), one.evidence());
        });
        list("timesOfWeek", profile.timesOfWeek(ALL, now), one -> {
            json.name("time").value(one.time().toString());
            affinity(one.affinity(), one.evidence());
        });
        products(profile);
        json.name("stored").value(profile.encode());
        json.endObject();
    }

    private void products(ShopperProfile profile) throws IOException {
        numbers("viewed", profile.recentlyViewed());
        numbers("carted", profile.recentlyCarted());
        numbers("bought", profile.recentlyBought());
        numbers("returned", profile.returned());
        numbers("notInterestedProducts", longs(profile.notInterestedItems()));
        numbers("notInterestedCategories", longs(profile.notInterestedCategories()));
        texts("notInterestedBrands", profile.notInterestedBrands());
        texts(
                "removedConclusions",
                profile.removedConclusions().stream()
                        .map(removed -> removed.kind() + ":" + removed.value())
                        .toList());
    }

    private void declared(Map<String, List<String>> answers) throws IOException {
        json.name("declared").beginObject();
        for (Map.Entry<String, List<String>> answer : answers.entrySet()) {
            texts(answer.getKey(), answer.getValue());
        }
        json.endObject();
    }

    private <T> void list(String name, List<T> entries, Entry<T> entry) throws IOException {
        json.name(name).beginArray();
        for (T one : entries) {
            json.beginObject();
            entry.write(one);
            json.endObject();
        }
        json.endArray();
    }

    private void affinity(double affinity, int evidence) throws IOException {
        json.name("affinity").value(affinity).name("evidence").value((long) evidence);
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.name(name).beginArray();
        for (String text : texts) {
            json.value(text);
        }
        json.endArray();
    }

    private void numbers(String name, long[] numbers) throws IOException {
        json.name(name).beginArray();
        for (long number : numbers) {
            json.value(number);
        }
        json.endArray();
    }

    private static long[] longs(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }
}
