package dev.codeport.bootstrap.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.base.Suppliers;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import dev.codeport.bootstrap.Customer;
import dev.codeport.bootstrap.config.Config;
import dev.codeport.bootstrap.config.Settings;
import dev.codeport.bootstrap.wiring.Service;
import dev.codeport.bootstrap.wiring.Wiring;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The service in sandbox mode and the browser before it, started once for all tests. No SMS comes
 * to WhatsApp by itself, and webhooks may go to this machine.
 */
final class Stage implements AutoCloseable {
  private final Service service;
  private final Playwright playwright;
  private final Browser browser;
  private final Supplier<Shop> shop = Suppliers.memoize(() -> Shop.open(this));

  private Stage(Service service, Playwright playwright, Browser browser) {
    this.service = service;
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Gives the stage to whoever asks for one in its constructor. */
  static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(Stage.class))
          .computeIfAbsent(Stage.class, type -> open(), Stage.class);
    }
  }

  private static Stage open() {
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var program = Path.of(System.getProperty("browser.program", "/usr/bin/chromium"));
    var browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    return new Stage(service(Map.of()), playwright, browser);
  }

  /** Another service with other settings too; whoever asks for it closes it. */
  static Service service(Map<String, String> more) {
    var flags = new HashMap<String, String>();
    flags.put("storage.kind", "memory");
    flags.put("http.port", "0");
    flags.put("log.level", "error");
    flags.put("sandbox.silent", "whatsapp");
    flags.put("webhooks.private", "true");
    flags.put("console.sign-ins-per-hour", "100000");
    flags.put("limits.reads-per-minute", "1000000");
    flags.put("limits.changes-per-minute", "1000000");
    flags.putAll(more);
    try {
      var folder = Files.createDirectories(Path.of("target/browser").toAbsolutePath());
      flags.put("data.folder", folder.toString());
      var config = Config.of(Optional.empty(), Map.of(), flags);
      return new Wiring(Settings.of(config, folder)).service();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  URI url() {
    return service.url();
  }

  /** As browsers say it. */
  String origin() {
    return url().getScheme() + "://" + url().getAuthority();
  }

  String adminKey() {
    try {
      return service.wiring().adminKey().reveal();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Customer admin() {
    return new Customer(url(), adminKey());
  }

  /** Somebody new, with money. */
  Customer customer(String name) {
    var account = admin().post("/api/admin/accounts", Json.object("name", name)).json().path("id");
    var at = "/api/admin/accounts/" + account.asInt();
    admin().post(at + "/top-ups", Json.object("amount", "100000000"));
    var key = admin().post(at + "/keys", Json.object("label", name)).json().path("token").asText();
    return new Customer(url(), key);
  }

  /** A customer to whom about everything has happened; to be looked at only. */
  Shop shop() {
    return shop.get();
  }

  /** Has an SMS arrive. */
  void deliver(String phone, String text) {
    var body = Json.object("phone_number", phone, "text", text);
    var sent = new Customer(url(), "").post("/sandbox/messages", body);
    assertEquals(200, sent.status(), sent.text());
  }

  /** The code that last reached a phone. */
  String code(String phone) {
    var inbox = new Customer(url(), "").get("/sandbox/phones/" + phone.replace("+", "%2B")).json();
    return inbox.findValues("text").getLast().asText().replaceAll("\\D", "");
  }

  /** Lets time pass, for everybody; rates are as fresh afterwards as before. */
  void pass(Duration time) {
    var moved =
        new Customer(url(), "").post("/sandbox/clock", Json.object("advance", time.toString()));
    assertEquals(200, moved.status(), moved.text());
    admin().put("/api/admin/exchange-rates/USD/IDR", Json.object("rate", "16250"));
  }

  Visitor visitor(Screen screen) {
    return Visitor.of(url(), browser.newContext(screen.options()));
  }

  /** Somebody before another service. */
  Visitor visitorOf(Service other) {
    return Visitor.of(other.url(), browser.newContext(Screen.DESKTOP.options()));
  }

  Visitor visitorWithoutScript(Screen screen) {
    return Visitor.of(url(), browser.newContext(screen.options().setJavaScriptEnabled(false)));
  }

  @Override
  public void close() {
    try (service) {
      playwright.close();
    }
  }
}
