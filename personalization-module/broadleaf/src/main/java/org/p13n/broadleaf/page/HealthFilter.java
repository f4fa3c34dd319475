package org.p13n.broadleaf.page;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.FilterRegistration;
import javax.servlet.ServletContext;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletResponse;
import org.p13n.broadleaf.event.Counters;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.model.ModelService;
import org.p13n.broadleaf.ranking.Tuning;
import org.p13n.engine.event.InteractionQueue;
import org.p13n.engine.model.Model;
import org.springframework.web.context.ServletContextAware;

/**
 * Answers {@code GET /p13n/health} with how the module is doing on this node, in JSON and without anything personal. It
 * stands before all other filters and needs nothing but memory, so that it also answers when the database is away and
 * every other page fails.
 */
public final class HealthFilter implements Filter, ServletContextAware {
    private static final String NAME = "p13nHealth";
    private static final String PATH = "/p13n/health";
    private static final long MILLIS_PER_SECOND = 1_000;

    private final Tuning tuning;
    private final ModelService models;
    private final InteractionQueue queue;
    private final Counters counters;
    private final Failures failures;
    private final LongSupplier clock = System::currentTimeMillis;

    public HealthFilter(
            Tuning tuning, ModelService models, InteractionQueue queue, Counters counters, Failures failures) {
        this.tuning = tuning;
        this.models = models;
        this.queue = queue;
        this.counters = counters;
        this.failures = failures;
    }

    @Override
    public void setServletContext(ServletContext shop) {
        FilterRegistration.Dynamic registration = shop.addFilter(NAME, this);
        if (registration != null) {
            registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, PATH);
        }
    }

    @Override
    public void init(FilterConfig config) {
        // nothing to prepare: everything came with the constructor
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse answer, FilterChain chain) throws IOException {
        HttpServletResponse response = (HttpServletResponse) answer;
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(json());
    }

    @Override
    public void destroy() {
        // nothing is held
    }

    /** What the endpoint answers. */
    public String json() {
        Model model = models.get();
        Failures.Failure last = failures.last();
        StringBuilder json = new StringBuilder("{\n");
        json.append("  \"personalization\": \"")
                .append(tuning.enabled() ? "on" : "off")
                .append("\",\n");
        json.append("  \"modelVersion\": ").append(model.version()).append(",\n");
        json.append("  \"modelAgeSeconds\": ").append(ageSeconds(model)).append(",\n");
        json.append("  \"modelInteractions\": ").append(model.interactions()).append(",\n");
        json.append("  \"interactionsStored\": ").append(models.stored()).append(",\n");
        json.append("  \"queueDepth\": ").append(queue.depth()).append(",\n");
        json.append("  \"dropped\": ").append(queue.dropped()).append(",\n");
        json.append("  \"failures\": ").append(failures.count()).append(",\n");
        json.append("  \"lastErrorKind\": ").append(quoted(last.kind())).append(",\n");
        json.append("  \"lastErrorSecondsAgo\": ")
                .append(last.kind() == null ? "null" : secondsSince(last.at()))
                .append(",\n");
        json.append("  \"counters\": {");
        String separator = "";
        for (Map.Entry<String, Long> counter : counters.all().entrySet()) {
            json.append(separator)
                    .append('"')
                    .append(counter.getKey())
                    .append("\": ")
                    .append(counter.getValue());
            separator = ", ";
        }
        return json.append("}\n}\n").toString();
    }

    /** Null while there is no trained model. */
    private String ageSeconds(Model model) {
        return model.trainedAt() == 0 ? "null" : Long.toString(secondsSince(model.trainedAt()));
    }

    private long secondsSince(long at) {
        return Math.max(0, clock.getAsLong() - at) / MILLIS_PER_SECOND;
    }

    /** Kinds are made of class names and the module's own words: nothing in them needs escaping. */
    private static String quoted(String kind) {
        return kind == null ? "null" : '"' + kind.replaceAll("[^A-Za-z0-9 :.$_-]", "?") + '"';
    }
}
