package dev.tiankong.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A Chromium without a window, at the server under test. Where none is installed, the test that
 * wants one is skipped: on Debian, {@code apt-get install chromium chromium-driver} brings it.
 */
final class Browser implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Browser.class.getName());
  private static final String MISSING =
      "Skipped: no Chromium with its driver is on the PATH. Install chromium and chromium-driver to run this test.";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PICTURE_QUALITY = 85;
  private static final int EDGE = 5;
  private static final String WATCH =
      """
      new MutationObserver((changes, observer) => {
        if (document.querySelector(%s)) {
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => { window.free = performance.now(); }));
        }
      }).observe(document, {childList: true, subtree: true, attributes: true});
      """;

  /** The console stores this beside the session cookie, which its scripts cannot read. */
  private static final String SIGNED_IN = "localStorage.setItem('tiankong.session', 'yes')";

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 1024;

  private static final String SERVER = "127.0.0.1:" + System.getenv("TIANKONG_HTTP_PORT");

  private final ChromeDriver driver;
  private final String server;

  /** Whether the connection to the server is throttled or cut. */
  private boolean hasLine;

  private Browser(ChromeDriver driver, String server) {
    this.driver = driver;
    this.server = server;
  }

  /** Skips the test that calls it if there is no Chromium. */
  static Browser open() {
    return open(SERVER);
  }

  /**
   * @param server host and port of a server of the test's own
   */
  static Browser open(String server) {
    Optional<File> chromium = command("chromium", "chromium-browser", "google-chrome");
    Optional<File> chromedriver = command("chromedriver");
    boolean installed = chromium.isPresent() && chromedriver.isPresent();
    if (!installed) {
      // Maven counts what was skipped, and does not say why.
      LOG.warning(MISSING);
    }
    assumeTrue(installed, MISSING);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.get());
    // No sandbox: root, whom builds often run as, gets none. The pages are our own.
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--window-size=%d,%d".formatted(WIDTH, HEIGHT));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.get()).build();
    return new Browser(new ChromeDriver(service, options), server);
  }

  /**
   * Resets it to the state of a newly opened one: a single new tab, no cookies, storage, cache or
   * logs.
   */
  void forget() {
    mendLine();
    Set<String> old = driver.getWindowHandles();
    driver.switchTo().newWindow(WindowType.TAB);
    String tab = driver.getWindowHandle();
    for (String window : old) {
      driver.switchTo().window(window);
      driver.close();
    }
    driver.switchTo().window(tab);
    driver.executeCdpCommand(
        "Storage.clearDataForOrigin", Map.of("origin", "http://" + server, "storageTypes", "all"));
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    resize(WIDTH, HEIGHT);
    driver.manage().logs().get(LogType.BROWSER);
    driver.manage().logs().get(LogType.PERFORMANCE);
  }

  private static Optional<File> command(String... names) {
    List<Path> folders =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of).toList();
    return Arrays.stream(names)
        .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable)
        .map(Path::toFile)
        .findFirst();
  }

  /** As a person who answers the browser's question for a name and a password. */
  void open(String path, Account account) {
    String password = account.password().replace(" ", "%20");
    driver.get("http://%s:%s@%s%s".formatted(account.name(), password, server, path));
    // Pages whose address has a password in it may not ask the server for anything.
    driver.get("http://" + server + path);
  }

  /** As a person who signs in to the console, at that page of it. */
  void signIn(String page, Account account) {
    driver.get("http://" + server + "/#/" + page);
    find(By.id("user")).sendKeys(account.name());
    find(By.id("password")).sendKeys(account.password(), Keys.ENTER);
    find(By.id("sign-out"));
  }

  /**
   * Opens a page of the console with a session that was created over HTTP, which is faster than
   * {@link #signIn}.
   */
  void resume(String page, Account account) {
    String[] cookie = session(account).split("=", 2);
    driver.executeCdpCommand(
        "Network.setCookie",
        Map.of(
            "url",
            "http://" + server + "/",
            "name",
            cookie[0],
            "value",
            cookie[1],
            "httpOnly",
            true,
            "sameSite",
            "Strict"));
    Object script =
        driver
            .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", SIGNED_IN))
            .get("identifier");
    driver.get("http://" + server + "/#/" + page);
    find(By.id("sign-out"));
    driver.executeCdpCommand(
        "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
  }

  /** Creates a session. Returns its cookie as name=value. */
  private String session(Account account) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + server + "/api/v1/session"))
            .header("Authorization", Client.basic(account.name(), account.password()))
            .POST(BodyPublishers.noBody())
            .build();
    try {
      return HttpClient.newHttpClient()
          .send(request, BodyHandlers.discarding())
          .headers()
          .firstValue("Set-Cookie")
          .orElseThrow()
          .split(";")[0];
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void openConsole() {
    driver.get("http://" + server + "/");
  }

  /** Another page of the console. */
  void go(String page) {
    driver.executeScript("location.hash = arguments[0]", "#/" + page);
  }

  /**
   * Loads a page of the console as somebody who was never here: nothing is in the cache.
   *
   * @param mark a CSS selector of what the page shows last
   * @return milliseconds from asking for it until that is drawn and the page's thread free again
   */
  double load(String page, String mark) {
    driver.get("about:blank");
    driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    Object watch =
        driver
            .executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of("source", WATCH.formatted(Json.createValue(mark))))
            .get("identifier");
    driver.get("http://" + server + "/#/" + page);
    Number time =
        await(page)
            .atMost(PATIENCE)
            .until(() -> (Number) driver.executeScript("return window.free"), Objects::nonNull);
    driver.executeCdpCommand(
        "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", watch));
    return time.doubleValue();
  }

  /**
   * The line to the server from now on.
   *
   * @param wait before an answer begins
   * @param upload bytes a second; -1 for as many as there go
   */
  void slowLine(Duration wait, int upload) {
    line(false, wait, upload);
  }

  void cutLine() {
    line(true, Duration.ZERO, -1);
  }

  void mendLine() {
    if (hasLine) {
      driver.deleteNetworkConditions();
      hasLine = false;
    }
  }

  private void line(boolean isCut, Duration wait, int upload) {
    ChromiumNetworkConditions line = new ChromiumNetworkConditions();
    line.setOffline(isCut);
    line.setLatency(wait);
    line.setUploadThroughput(upload);
    line.setDownloadThroughput(-1);
    driver.setNetworkConditions(line);
    hasLine = true;
  }

  /** A page of the console in a tab of its own, in front of those that are open. */
  void openTab(String page) {
    driver.switchTo().newWindow(WindowType.TAB);
    driver.get("http://" + server + "/#/" + page);
  }

  /** The tab that was opened first, in front again. */
  void firstTab() {
    driver.switchTo().window(driver.getWindowHandles().iterator().next());
    driver.executeCdpCommand("Page.bringToFront", Map.of());
  }

  /** As if something else were in front, until {@link #show()}: pages do not ask for news then. */
  void hide() {
    run("Object.defineProperty(document, 'hidden', {value: true, configurable: true})");
    run("document.dispatchEvent(new Event('visibilitychange'))");
  }

  void show() {
    run("delete document.hidden");
    run("document.dispatchEvent(new Event('visibilitychange'))");
  }

  void resize(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
  }

  /** Whether nobody has to scroll sideways. */
  boolean fits() {
    return (boolean) run("return document.documentElement.scrollWidth <= innerWidth");
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What is to be seen now, small enough to be kept beside the documentation. */
  void picture(Path file) throws IOException {
    Map<String, Object> picture =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "webp", "quality", PICTURE_QUALITY));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode((String) picture.get("data")));
  }

  /** What axe-core finds on the page that keeps people out, if it is serious or worse. */
  List<String> barriers() {
    return new AxeBuilder()
        .analyze(driver).getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(
                rule ->
                    rule.getId()
                        + ": "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
            .toList();
  }

  /** The first one that is there, as soon as it is. */
  WebElement find(By by) {
    return await(by.toString())
        .atMost(PATIENCE)
        // Pages may replace an element while it is looked at.
        .ignoreException(StaleElementReferenceException.class)
        .until(
            () -> driver.findElements(by).stream().filter(WebElement::isDisplayed).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  /**
   * Again if something moved in front of it at that moment, as a person would. Bootstrap would
   * scroll smoothly, and start anew each time.
   */
  void click(By by) {
    await(by.toString())
        .atMost(PATIENCE)
        .ignoreException(StaleElementReferenceException.class)
        .ignoreException(ElementClickInterceptedException.class)
        .until(() -> clicked(find(by)));
  }

  private boolean clicked(WebElement element) {
    driver.executeScript(
        "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
    element.click();
    return true;
  }

  /** At the left edge, which no dialog that the first click opens comes to lie over. */
  void doubleClick(By by) {
    Rectangle place = find(by).getRect();
    new Actions(driver).moveToLocation(place.x + EDGE, place.y + EDGE).click().click().perform();
  }

  /**
   * Presses the mouse's button at one place and lets it go at another, both from an element's
   * corner.
   */
  void press(By by, int fromX, int fromY, int toX, int toY) {
    Rectangle place = find(by).getRect();
    new Actions(driver)
        .moveToLocation(place.x + fromX, place.y + fromY)
        .clickAndHold()
        .moveToLocation(place.x + toX, place.y + toY)
        .release()
        .perform();
  }

  /** What the console shows in red: failed scripts, refused files, broken rules of the CSP. */
  List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** The hosts, with their ports, that pages have asked for anything. */
  List<String> askedHosts() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> Json.createReader(new StringReader(entry.getMessage())).readObject())
        .map(entry -> entry.getJsonObject("message"))
        .filter(message -> message.getString("method").equals("Network.requestWillBeSent"))
        .map(message -> message.getJsonObject("params").getJsonObject("request"))
        .flatMap(Browser::host)
        .distinct()
        .toList();
  }

  private static Stream<String> host(JsonObject request) {
    String url = request.getString("url");
    // Pictures in style sheets are asked of nobody.
    return url.startsWith("data:")
        ? Stream.empty()
        : Stream.of(URI.create(url)).map(uri -> uri.getHost() + ":" + uri.getPort());
  }

  static String server() {
    return SERVER;
  }

  @Override
  public void close() {
    driver.quit();
  }
}
