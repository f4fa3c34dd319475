package org.p13n.broadleaf.page;

import java.util.Set;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.processor.IProcessor;

/** The template tags that begin with {@code p13n:}. */
public final class P13nDialect extends AbstractDialect {
    private final Set<IProcessor> processors;

    public P13nDialect(Set<IProcessor> processors) {
        this.processors = Set.copyOf(processors);
    }

    @Override
    public String getPrefix() {
        return "p13n";
    }

    @Override
    public Set<IProcessor> getProcessors() {
        return processors;
    }
}
