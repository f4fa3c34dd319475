package org.p13n.sample.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.Host;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Constants;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.webresources.DirResourceSet;
import org.apache.catalina.webresources.FileResourceSet;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.tomcat.util.descriptor.web.ContextEnvironment;
import org.apache.tomcat.util.descriptor.web.ContextResource;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.apache.tomcat.util.scan.StandardJarScanner;

/**
 * One embedded Tomcat with two web applications: the store at {@code /} and the admin at {@code /admin}.
 *
 * <p>Each has a class loader of its own, because the platform keeps its context in static fields; the JDBC driver lies in
 * the parent, so that both reach the same embedded database. The store is started first: it makes the tables.
 */
final class StoreServer {

    private static final int STORE_CONNECTIONS = 30;
    private static final int ADMIN_CONNECTIONS = 10;

    /** For so long after an outage of the database a request may still be given a connection that is dead. */
    private static final String VALIDATED_FOR_MILLIS = "500";

    private static final int COMPRESS_FROM_BYTES = 1024;

    private final Tomcat tomcat;
    private final Path logs;
    private final StoreDatabase db;

    private StoreServer(Tomcat tomcat, Path logs, StoreDatabase db) {
        this.tomcat = tomcat;
        this.logs = logs;
        this.db = db;
    }

    static StoreServer start(Path home, StoreOptions options) throws StartFailure {
        Path logs = options.data().resolve("logs");
        handOver(home, options, logs);
        ServerLog.to(logs);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(options.data().resolve("tomcat").toString());
        tomcat.setPort(options.port());
        tomcat.getConnector().setProperty("compression", "on");
        tomcat.getConnector().setProperty("compressionMinSize", Integer.toString(COMPRESS_FROM_BYTES));
        tomcat.getConnector().setURIEncoding("UTF-8");
        tomcat.enableNaming();
        StoreServer server = new StoreServer(tomcat, logs, options.db());
        server.run(home, options);
        return server;
    }

    private void run(Path home, StoreOptions options) throws StartFailure {
        // Bound only when both are up: a first visitor must not meet a half-started shop.
        Connector connector = tomcat.getConnector();
        tomcat.getService().removeConnector(connector);
        try {
            Host host = tomcat.getHost();
            host.getPipeline().addValve(quietErrors());
            tomcat.start();
            deploy(host, application(home, options, "", "site", STORE_CONNECTIONS), "store");
            System.setProperty("store.db.hbm2ddl", "none");
            deploy(host, application(home, options, "/admin", "admin", ADMIN_CONNECTIONS), "admin");
            tomcat.getService().addConnector(connector);
            if (connector.getState() != LifecycleState.STARTED) {
                stop();
                throw new StartFailure("port " + options.port()
                        + " was taken while the store started; start it again, or" + " with -Dstore.port=…");
            }
        } catch (LifecycleException e) {
            stop();
            throw new StartFailure("Tomcat did not start (" + e.getMessage() + "); see " + logs, e);
        }
    }

    /** What answers when an application cannot: the status, without stack trace or version. */
    private static ErrorReportValve quietErrors() {
        ErrorReportValve errors = new ErrorReportValve();
        errors.setShowReport(false);
        errors.setShowServerInfo(false);
        return errors;
    }

    private void deploy(Host host, Context context, String name) throws StartFailure {
        host.addChild(context);
        if (context.getState() != LifecycleState.STARTED) {
            stop();
            throw new StartFailure("the " + name + " did not start; its log says why: " + logs.resolve(name + ".log"));
        }
    }

    private Context application(Path home, StoreOptions options, String path, String name, int connections) {
        StandardContext context = new StandardContext();
        context.setPath(path);
        context.setName(path);
        context.setDocBase(home.resolve(name).toString());
        ContextConfig config = new ContextConfig();
        config.setDefaultWebXml(Constants.NoDefaultWebXml);
        context.addLifecycleListener(config);
        Tomcat.addDefaultMimeTypeMappings(context);
        context.setResources(resources(context, home, name));
        context.getNamingResources().addResource(dataSource(options.db(), connections));
        context.getNamingResources().addEnvironment(applicationName("store-" + name));
        StandardManager sessions = new StandardManager();
        sessions.setPathname(null);
        context.setManager(sessions);
        StandardJarScanner scanner = new StandardJarScanner();
        scanner.setScanClassPath(false);
        scanner.setJarScanFilter((type, jar) -> false);
        context.setJarScanner(scanner);
        context.setUseHttpOnly(true);
        Rfc6265CookieProcessor cookies = new Rfc6265CookieProcessor();
        cookies.setSameSiteCookies("lax");
        context.setCookieProcessor(cookies);
        return context;
    }

    private static StandardRoot resources(Context context, Path home, String name) {
        StandardRoot resources = new StandardRoot(context);
        mount(resources, home.resolve("classes"), "/WEB-INF/classes");
        mount(resources, home.resolve("shared"), "/WEB-INF/classes");
        mount(resources, home.resolve(name + "-classes"), "/WEB-INF/classes");
        file(resources, home.resolve("shared/applicationContext-shared.xml"), "/WEB-INF/applicationContext-shared.xml");
        for (File jar : jars(home)) {
            file(resources, jar.toPath(), "/WEB-INF/lib/" + jar.getName());
        }
        return resources;
    }

    private static List<File> jars(Path home) {
        File[] jars = home.resolve("lib").toFile().listFiles((folder, file) -> file.endsWith(".jar"));
        return jars == null ? List.of() : List.of(jars);
    }

    private static void mount(StandardRoot resources, Path folder, String at) {
        if (Files.isDirectory(folder)) {
            resources.addPreResources(new DirResourceSet(resources, at, folder.toString(), "/"));
        }
    }

    private static void file(StandardRoot resources, Path file, String at) {
        resources.addPreResources(new FileResourceSet(resources, at, file.toString(), "/"));
    }

    private static ContextResource dataSource(StoreDatabase db, int connections) {
        ContextResource resource = new ContextResource();
        resource.setName("jdbc/store");
        resource.setType("javax.sql.DataSource");
        resource.setAuth("Container");
        resource.setProperty("factory", "org.apache.tomcat.jdbc.pool.DataSourceFactory");
        resource.setProperty("driverClassName", db.driver());
        resource.setProperty("url", db.url());
        if (!db.isEmbedded()) {
            // PostgreSQL's driver then sends a batch of rows as one statement with many rows
            resource.setProperty("connectionProperties", "reWriteBatchedInserts=true");
        }
        if (db.user() != null) {
            resource.setProperty("username", db.user());
            resource.setProperty("password", "");
        }
        Map.of(
                        "maxActive", Integer.toString(connections),
                        "maxIdle", Integer.toString(connections),
                        "minIdle", "2",
                        "initialSize", "2",
                        "testOnBorrow", "true",
                        "validationQuery", "SELECT 1",
                        "validationInterval", VALIDATED_FOR_MILLIS,
                        "maxWait", "5000")
                .forEach(resource::setProperty);
        return resource;
    }

    /** The platform registers its MBeans under this name: two applications in one JVM need two. */
    private static ContextEnvironment applicationName(String name) {
        ContextEnvironment environment = new ContextEnvironment();
        environment.setName("appName");
        environment.setType("java.lang.String");
        environment.setValue(name);
        return environment;
    }

    /** The web applications read these as system properties: they have class loaders of their own. */
    private static void handOver(Path home, StoreOptions options, Path logs) throws StartFailure {
        boolean first = !options.db().hasShop();
        System.setProperty("runtime.environment", "development");
        System.setProperty("store.port", Integer.toString(options.port()));
        System.setProperty("store.data", options.data().toString());
        System.setProperty("store.logs", logs.toString());
        System.setProperty("store.home", home.toString());
        System.setProperty("store.db.dialect", options.db().dialect());
        System.setProperty("store.db.hbm2ddl", first ? "create" : "update");
        System.setProperty(
                "store.images", home.resolve("catalog/images").toUri().toString());
        System.setProperty("store.history.simulated", Boolean.toString(options.history()));
        System.setProperty(
                "store.import.folder",
                options.importFolder() == null ? "" : options.importFolder().toString());
        System.setProperty("tmpdir.solrhome", options.data().resolve("solr").toString());
        // The platform's own notices go to the logs: the console is for what the user of the store needs.
        System.setProperty(
                "SupportLogger.adapter.fqcn", "org.broadleafcommerce.common.logging.SLF4JSupportLoggerAdapter");
    }

    void await() {
        tomcat.getServer().await();
    }

    void stop() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            System.err.println("Store did not stop cleanly: " + e.getMessage());
        }
        db.close();
    }
}
