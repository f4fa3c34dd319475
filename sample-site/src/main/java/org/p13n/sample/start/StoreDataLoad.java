package org.p13n.sample.start;

import java.nio.file.Path;
import java.time.Instant;
import javax.sql.DataSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.p13n.sample.data.StoreData;
import org.p13n.sample.data.StoreDataOptions;
import org.p13n.sample.data.StoreDataSummary;
import org.p13n.sample.data.tables.StoreSettings;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.security.authentication.encoding.PasswordEncoder;

/** Fills the shop's tables on a first start, after Hibernate has made them and before anything reads them. */
public final class StoreDataLoad implements InitializingBean {

    private static final Log LOG = LogFactory.getLog(StoreDataLoad.class);

    private final DataSource database;
    private final PasswordEncoder passwords;
    private final Path home;
    private final Path data;
    private final String importFolder;
    private final boolean history;

    public StoreDataLoad(
            DataSource database,
            PasswordEncoder passwords,
            Path home,
            Path data,
            String importFolder,
            boolean history) {
        this.database = database;
        this.passwords = passwords;
        this.home = home;
        this.data = data;
        this.importFolder = importFolder;
        this.history = history;
    }

    @Override
    public void afterPropertiesSet() {
        StoreDataSummary summary =
                new StoreData().load(database, options(), line -> System.out.println("Store data: " + line));
        summary.unusableFiles().forEach(problem -> System.err.println("Store data: " + problem));
        LOG.info(summary);
    }

    private StoreDataOptions options() {
        StoreSettings settings = StoreSettings.usual(
                (customer, password) -> passwords.encodePassword(password, customer), Instant.now());
        StoreDataOptions options = StoreDataOptions.of(data.resolve("rejected"), settings);
        if (!importFolder.isEmpty()) {
            return options.withImport(Path.of(importFolder));
        }
        StoreDataOptions sample = options.withCatalog(home.resolve("catalog"));
        return history ? sample.withHistory(StoreDataOptions.History.of(home.resolve("history"))) : sample;
    }
}
