package org.p13n.sample.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.p13n.sample.e2e.Running.Which;

/**
 * Hands out the shared stores: each is started for the first test that wants it and stopped when all tests are done,
 * because a start takes longer than most tests.
 */
final class SharedStores implements ParameterResolver {

    private static final Namespace OURS = Namespace.create(SharedStores.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == Postgres.class || (type == StoreProcess.class && parameter.isAnnotated(Running.class));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Store kept = test.getRoot().getStore(OURS);
        return parameter
                .findAnnotation(Running.class)
                .<Object>map(wanted -> store(kept, wanted.value()))
                .orElseGet(() -> postgres(kept));
    }

    private static StoreProcess store(Store kept, Which which) {
        return kept.getOrComputeIfAbsent(
                which, wanted -> StoreProcess.start(command(kept, wanted)), StoreProcess.class);
    }

    private static StoreCommand command(Store kept, Which which) {
        return switch (which) {
            case SAMPLE -> StoreCommand.fresh("sample").withMemory(1024);
            case ON_POSTGRES ->
                StoreCommand.fresh("on-postgres")
                        .with("db", postgres(kept).url())
                        .with("history", "none");
            case QUIET -> StoreCommand.fresh("quiet").with("history", "none");
        };
    }

    private static Postgres postgres(Store kept) {
        return kept.getOrComputeIfAbsent("postgres", key -> Postgres.fresh("postgres"), Postgres.class);
    }
}
