package org.p13n.sample.start;

import java.io.IOException;
import java.util.concurrent.ScheduledFuture;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.core.search.service.SearchService;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Keeps the search index in step with the catalog: once before the store opens, then again and again in the background.
 *
 * <p>The platform has a full rebuild only; it fills a second core and swaps it in, so searches go on meanwhile.
 */
public final class SearchIndexing implements ApplicationListener<ContextRefreshedEvent>, DisposableBean {

    private static final Log LOG = LogFactory.getLog(SearchIndexing.class);

    private final SearchService search;
    private final ThreadPoolTaskScheduler scheduler;
    private final long everyMillis;
    private ScheduledFuture<?> rebuilding;

    /** @param everyMillis the pause between two rebuilds, in milliseconds */
    public SearchIndexing(SearchService search, ThreadPoolTaskScheduler scheduler, long everyMillis) {
        this.search = search;
        this.scheduler = scheduler;
        this.everyMillis = everyMillis;
    }

    @Override
    public synchronized void onApplicationEvent(ContextRefreshedEvent event) {
        if (event.getApplicationContext().getParent() != null || rebuilding != null) {
            return;
        }
        rebuild();
        rebuilding = scheduler.scheduleWithFixedDelay(
                this::rebuild, new java.util.Date(System.currentTimeMillis() + everyMillis), everyMillis);
    }

    private void rebuild() {
        try {
            search.rebuildIndex();
        } catch (ServiceException | IOException | RuntimeException e) {
            LOG.error("The search index was not rebuilt; the last good one stays in use", e);
        }
    }

    @Override
    public synchronized void destroy() {
        if (rebuilding != null) {
            rebuilding.cancel(false);
        }
    }
}
