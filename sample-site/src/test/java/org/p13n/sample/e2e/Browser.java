package org.p13n.sample.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium that keeps pictures of what it saw. */
final class Browser implements AutoCloseable {

    static final Dimension DESKTOP = new Dimension(1280, 900);
    static final Dimension PHONE = new Dimension(390, 844);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path SCREENSHOTS = Path.of(System.getProperty("store.screenshots"));

    /** It warns of every Chromium that is younger than itself, for a protocol that is not used here. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static final List<String> CHROMIUM = List.of("chromium", "chromium-browser", "google-chrome");

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /** Why no browser can be started here, or empty if one can. */
    static Optional<String> missing() {
        if (chromium().isEmpty()) {
            return Optional.of("skipped: no Chromium (none of " + CHROMIUM + " is on the PATH; install chromium)");
        }
        return onPath("chromedriver").isEmpty()
                ? Optional.of("skipped: no chromedriver on the PATH (install chromium-driver)")
                : Optional.empty();
    }

    /** One with a profile of its own, which goes when it is closed. */
    static Browser open() {
        SELENIUM.setLevel(Level.SEVERE);
        try {
            Path profile = Files.createTempDirectory("p13n-browser");
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(onPath("chromedriver").orElseThrow())
                    .build();
            return new Browser(new ChromeDriver(service, options(profile)), profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChromeOptions options(Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium().orElseThrow());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-agent=" + Visitor.PERSON,
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.WARNING);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        return options;
    }

    /** Becomes somebody new, on a screen of this size. */
    void startOver(Dimension size) {
        driver.manage().deleteAllCookies();
        driver.manage().window().setSize(size);
        complaints();
    }

    void go(StoreProcess store, String path) {
        driver.get(store.url().resolve(path).toString());
    }

    WebElement find(String css) {
        return new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** Clicks as a script would: a sticky header or an animation cannot be in the way. */
    void click(String css) {
        driver.executeScript("arguments[0].click()", find(css));
    }

    void type(String css, String text) {
        WebElement field = find(css);
        field.clear();
        field.sendKeys(text);
    }

    void awaitAddress(String part) {
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.urlContains(part));
    }

    void awaitGone(String css) {
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.numberOfElementsToBe(By.cssSelector(css), 0));
    }

    String address() {
        return driver.getCurrentUrl();
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    Object evaluate(String script) {
        return driver.executeScript("return " + script);
    }

    /** What the pages since the last call complained about: script errors, missing files, forbidden content. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    void picture(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page from its top to its end, not only what the window shows. */
    void wholePicture(String name) {
        Dimension window = driver.manage().window().getSize();
        Number height = (Number) evaluate("document.documentElement.scrollHeight");
        driver.manage().window().setSize(new Dimension(window.getWidth(), height.intValue() + 200));
        picture(name);
        driver.manage().window().setSize(window);
    }

    @Override
    public void close() {
        driver.quit();
        StoreCommand.delete(profile);
    }

    private static Optional<File> chromium() {
        return CHROMIUM.stream().flatMap(name -> onPath(name).stream()).findFirst();
    }

    private static Optional<File> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }
}
