package org.p13n.broadleaf.event.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Companion;
import org.p13n.broadleaf.event.Counters;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionIds;
import org.p13n.broadleaf.event.InteractionListener;
import org.p13n.broadleaf.event.InteractionRecorder;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.event.TimedWork;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;

/** One node of the shop: everything of this package, wired as the module's context does it. */
final class Node {
    private static final int PATIENCE_MILLIS = 60_000;

    final Failures failures = new Failures();
    final InteractionQueue queue = new InteractionQueue(1_024);
    final List<Interaction> happened = new ArrayList<>();
    final List<Interaction> learned = new ArrayList<>();
    final List<List<Long>> moved = new ArrayList<>();
    final List<List<Long>> merged = new ArrayList<>();
    final List<Long> remembered = new ArrayList<>();
    final InteractionTable interactions;
    final ConsentTable consentTable;
    final Consents consents;
    final AliasTable aliases;
    final ErasureTable erasures;
    final Erasure erasure;
    final RequestShopper shoppers;
    final ShopperConsent consent;
    final IdentityInterceptor interceptor;
    final IdentityWorker worker;
    final ErasedShoppers erased;
    final PastOrders pastOrders;

    Node(ShopDatabase shop, ConsentMode mode, LongSupplier clock) {
        PlatformDatabase database = shop.platform();
        InteractionRecorder recorder = recorder();
        recorder.tellOfErasures((who, until) -> remembered.removeIf(who::test));
        interactions = new InteractionTable(database, new InteractionIds(), failures);
        interactions.storeTogetherWith(profiles());
        IdentityKey key = new IdentityKey(database, "", clock);
        consentTable = new ConsentTable(database);
        consents = new Consents(consentTable, failures, clock);
        aliases = new AliasTable(database);
        erasures = new ErasureTable(database);
        erasure = new Erasure(database, aliases, erasures, key, clock);
        GoneVisitors gone = new GoneVisitors(key);
        VisitorCookies cookies = new VisitorCookies(key, 390, clock);
        FirstSights sights = new FirstSights(aliases, gone, new TimedWork(PATIENCE_MILLIS, failures, clock));
        GuestLinks guests = new GuestLinks(aliases, gone, clock);
        shoppers = new RequestShopper(mode, consents, cookies, gone, sights, guests, Browser::customer);
        ShopperMerge profiles = (from, to) -> merged.add(List.of(from, to));
        Merges merges = new Merges(aliases, interactions, profiles, gone, clock);
        erased = new ErasedShoppers(erasures, key, recorder, consents, gone, 390, clock);
        pastOrders = new PastOrders(database, consentTable, interactions, clock);
        Forgetting forgetting =
                new Forgetting(database, mode, consents, consentTable, interactions, erasure, erased, failures);
        consent = new ShopperConsent(
                mode,
                "text-1",
                shoppers,
                cookies,
                sights,
                consents,
                forgetting,
                merges,
                pastOrders,
                recorder,
                failures);
        interceptor =
                new IdentityInterceptor(mode, shoppers, cookies, sights, consents, merges, recorder, failures, clock);
        worker = new IdentityWorker(key, consents, erased, merges, guests, pastOrders, 1_000, failures);
        worker.run();
    }

    private InteractionRecorder recorder() {
        InteractionListener ears = new InteractionListener() {
            @Override
            public void happened(Shopper shopper, Interaction interaction) {
                happened.add(interaction);
            }

            @Override
            public void stored(List<Interaction> interactions, boolean byThisNode) {
                // the table's companion knows
            }
        };
        return new InteractionRecorder(queue, List.of(ears), new Counters(), failures);
    }

    private Companion profiles() {
        return new Companion() {
            @Override
            public void stored(List<Interaction> interactions) {
                learned.addAll(interactions);
            }

            @Override
            public void moved(long fromShopper, long toShopper) {
                moved.add(List.of(fromShopper, toShopper));
            }

            @Override
            public void forgotten(long shopperId) {
                throw new AssertionError("the writer's business");
            }
        };
    }

    /** The browser asks for a page here; who is it for? */
    Shopper page(Browser browser) {
        browser.asks();
        interceptor.preHandle(browser.request, browser.response, new Object());
        return shoppers.find().orElseThrow();
    }

    /** The browser asks for a page here and says yes. */
    Shopper agrees(Browser browser) {
        page(browser);
        consent.grant(browser.request, browser.response, "text-1");
        return shoppers.find().orElseThrow();
    }

    ConsentState state(Browser browser) {
        page(browser);
        return consent.current(browser.request);
    }

    /** The writer has emptied the queue. */
    void store() {
        List<Interaction> waiting = new ArrayList<>();
        queue.drainTo(waiting, 1_024);
        interactions.insert(waiting);
    }
}
