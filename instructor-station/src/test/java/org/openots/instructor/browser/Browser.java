package org.openots.instructor.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One person's browser: the Chromium of this machine, without a window, with a new profile. */
final class Browser implements AutoCloseable {
    /** The log of the browser's driver, kept so that its level stays: it warns that it has no typed protocol bindings. */
    private static final Logger DRIVER_LOG = Logger.getLogger("org.openqa.selenium");

    static {
        DRIVER_LOG.setLevel(Level.SEVERE);
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);
    /** Kept answers, bytes: all that a lesson receives, so that none is dropped before it is read. */
    private static final int KEPT = 200_000_000;

    /** Flags of a browser in a test: no sandbox (the tests may run as root), nothing fetched on its own account. */
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-default-apps",
            "--disable-extensions",
            "--force-device-scale-factor=1",
            "--lang=zh-CN");

    /** How far inside an edge it is clicked, px. */
    private static final int EDGE = 6;

    /** What the page sees of a key that an input method takes. */
    private static final int IME_KEY = 229;

    private final ChromeDriver driver;
    private final String station;
    private final boolean recorded;
    private final Received received = new Received();

    private Browser(ChromeDriver driver, String station, boolean recorded) {
        this.driver = driver;
        this.recorded = recorded;
        this.station = station;
    }

    /** Opens the station's start page. */
    static Browser open(String station, int width, int height) {
        return start(station, width, height, false);
    }

    /** Opens the station's start page and keeps all that is received from then on. */
    static Browser recording(String station, int width, int height) {
        return start(station, width, height, true);
    }

    private static Browser start(String station, int width, int height, boolean recorded) {
        ChromeOptions options = new ChromeOptions();
        options.addArguments(FLAGS);
        options.addArguments("--window-size=" + width + "," + height);
        found("chromium", "chromium-browser", "google-chrome").ifPresent(options::setBinary);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.PERFORMANCE, recorded ? Level.ALL : Level.OFF);
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        File chromedriver = found("chromedriver", "chromedriver.exe")
                .orElseThrow(() -> new AssertionError(
                        "chromedriver is not on the PATH: install the packages chromium and chromium-driver"));
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver)
                        .withSilent(true)
                        .build(),
                options);
        Browser browser = new Browser(driver, station, recorded);
        driver.executeCdpCommand(
                "Network.enable", Map.of("maxTotalBufferSize", KEPT, "maxResourceBufferSize", KEPT / 4));
        browser.size(width, height);
        browser.go("/");
        return browser;
    }

    private static Optional<File> found(String... names) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
            for (String name : names) {
                File file = new File(folder, name);
                if (file.canExecute() && file.isFile()) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    /** Gives the page exactly this size, px. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Loads a page by its address, as typed by a person. */
    void go(String path) {
        if (recorded) {
            received.drain(driver);
        }
        driver.get(station + path);
    }

    /** Signs in with account and password, from the sign-in page. */
    void signIn(String account, String password) {
        type("#account", account);
        type("#password", password + Keys.ENTER);
        gone("ots-sign-in");
    }

    /** Chooses the language with the button every page has. */
    void language(String code) {
        if (!String.valueOf(script("return document.documentElement.lang")).startsWith(code)) {
            click("button[lang=" + code + "]");
            await(
                    "language " + code,
                    () -> String.valueOf(script("return document.documentElement.lang"))
                            .startsWith(code));
        }
    }

    /** Changes the language as that button does, and leaves open what is open. */
    void translate(String code) {
        driver.executeAsyncScript("""
                const done = arguments[1];
                if (document.documentElement.lang.startsWith(arguments[0])) {
                  done();
                  return;
                }
                import('/js/core/i18n.js').then((i18n) => i18n.setLanguage(arguments[0])).then(() => done());
                """, code);
    }

    /** Clicks the first shown element; waits for it, and for what covers it to go. */
    void click(String css) {
        await("click " + css, () -> {
            shown(css).click();
            return true;
        });
    }

    /** Clicks the first shown and usable element with this text in it. */
    void click(String css, String text) {
        await("click " + css + " " + text, () -> {
            WebElement element = driver.findElements(By.cssSelector(css)).stream()
                    .filter(one -> one.isDisplayed()
                            && one.isEnabled()
                            && one.getText().contains(text))
                    .findFirst()
                    .orElse(null);
            if (element == null) {
                return false;
            }
            element.click();
            return true;
        });
    }

    /** Clicks the lower edge of the first shown element, below what is written in it. */
    void clickLow(String css) {
        await("click the lower edge of " + css, () -> {
            WebElement element = shown(css);
            new Actions(driver)
                    .moveToElement(element, 0, element.getSize().getHeight() / 2 - EDGE)
                    .click()
                    .perform();
            return true;
        });
    }

    /** Clicks an element of the row that has this text in it. */
    void clickInRow(String rows, String text, String css) {
        await("click " + css + " of " + text, () -> {
            List<WebElement> found = driver.findElements(By.cssSelector(rows)).stream()
                    .filter(row -> row.isDisplayed() && row.getText().contains(text))
                    .flatMap(row -> row.findElements(By.cssSelector(css)).stream())
                    .toList();
            if (found.isEmpty()) {
                return false;
            }
            found.get(0).click();
            return true;
        });
    }

    /** Clicks a thing in a drawing with the mouse. */
    void tap(String tag) {
        click("svg.graphic [data-pick][data-tag='" + tag + "']");
    }

    /** The number on a value tile of a drawing. */
    double reading(String tag) {
        String text = text("svg.graphic .tile[data-tag='" + tag + "'] .pv");
        return Double.parseDouble(text.replace('\u2212', '-'));
    }

    /** Chooses a thing in a drawing with the keyboard, as arrows and Enter do. */
    void pick(String tag) {
        String css = "svg.graphic [data-tag='" + tag + "']";
        await("pick " + tag, () -> {
            WebElement element = driver.findElement(By.cssSelector(css));
            driver.executeScript("arguments[0].focus()", element);
            element.sendKeys(Keys.ENTER);
            return true;
        });
    }

    /** Presses keys where the focus is, as a person does who does not look where it is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** What an input method shows while a word is being composed; nothing of it is text yet. */
    void compose(String text) {
        driver.executeCdpCommand(
                "Input.imeSetComposition",
                Map.of("text", text, "selectionStart", text.length(), "selectionEnd", text.length()));
    }

    /** A key that an input method takes for itself; the page sees it as code 229. */
    void composingKey(String key) {
        driver.executeCdpCommand(
                "Input.dispatchKeyEvent", Map.of("type", "rawKeyDown", "key", key, "windowsVirtualKeyCode", IME_KEY));
        driver.executeCdpCommand(
                "Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", IME_KEY));
    }

    /** The word an input method puts in at the end of a composition. */
    void commit(String text) {
        driver.executeCdpCommand("Input.insertText", Map.of("text", text));
    }

    /** Takes the network away from the browser, or gives it back. */
    void network(boolean there) {
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !there, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Lets no request through whose address has one of these forms. */
    void block(String... addresses) {
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
    }

    /** Replaces the text of a field. */
    void type(String css, String text) {
        await("type in " + css, () -> {
            WebElement field = shown(css);
            field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
            return true;
        });
    }

    /** Chooses a file in a field for files. */
    void choose(String css, Path file) {
        driver.findElement(By.cssSelector(css)).sendKeys(file.toAbsolutePath().toString());
    }

    /** Chooses the entry of a list that has a value. */
    void select(String css, String value) {
        await(css + " has " + value, () -> {
            WebElement field = shown(css);
            if (!field.isEnabled()) {
                return false; // the page connects still
            }
            Select list = new Select(field);
            list.selectByValue(value);
            return value.equals(list.getFirstSelectedOption().getDomProperty("value"));
        });
    }

    /** The text of the first shown element. */
    String text(String css) {
        await(css, () -> has(css));
        return shown(css).getText();
    }

    /** Waits until the element shows a text. */
    void see(String css, String text) {
        await(
                css + " shows " + text,
                () -> driver.findElements(By.cssSelector(css)).stream()
                        .anyMatch(one -> one.isDisplayed() && one.getText().contains(text)));
    }

    /** Waits until the element is not there. */
    void gone(String css) {
        await("no " + css, () -> driver.findElements(By.cssSelector(css)).isEmpty());
    }

    /** Whether the element is shown now. */
    boolean has(String css) {
        return driver.findElements(By.cssSelector(css)).stream().anyMatch(WebElement::isDisplayed);
    }

    private WebElement shown(String css) {
        return driver.findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow(() -> new StaleElementReferenceException("not shown: " + css));
    }

    /** Runs a script in the page; nothing for an answer is an empty text. */
    Object script(String code, Object... values) {
        return Objects.requireNonNullElse(driver.executeScript(code, values), "");
    }

    /** Waits until it holds; what is covered or was just redrawn is tried again. */
    void await(String what, BooleanSupplier condition) {
        try {
            new WebDriverWait(driver, PATIENCE, POLL)
                    .ignoring(StaleElementReferenceException.class)
                    .ignoring(ElementClickInterceptedException.class)
                    .until(any -> condition.getAsBoolean());
        } catch (TimeoutException e) {
            screenshot(Path.of("target", "screenshots", "failed.png"));
            throw new AssertionError("never: " + what + " at " + driver.getCurrentUrl() + "\n" + consoleErrors(), e);
        }
    }

    /** Waits until the page has been laid out and painted after the last change. */
    void settle() {
        driver.executeAsyncScript(
                "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));");
    }

    /** Everything received so far. */
    Received received() {
        received.drain(driver);
        return received;
    }

    /** Errors on the console since the last call: scripts, refused loads, breaches of the content security policy. */
    List<String> consoleErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Saves what the page looks like. */
    void screenshot(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Object picture = driver.executeCdpCommand("Page.captureScreenshot", Map.of("optimizeForSpeed", true))
                    .get("data");
            Files.write(file, Base64.getDecoder().decode(String.valueOf(picture)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path of the page's address. */
    String path() {
        return driver.getCurrentUrl().substring(station.length());
    }

    @Override
    public void close() {
        driver.quit();
    }
}
