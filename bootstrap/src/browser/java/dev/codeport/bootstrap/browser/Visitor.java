package dev.codeport.bootstrap.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Somebody before a browser of their own. Leaving fails if the browser had to complain. */
final class Visitor implements AutoCloseable {
  private static final double PATIENCE = 10_000;

  /** What Chromium says of an answer that is a refusal, as some pages are. */
  private static final String REFUSED = "Failed to load resource: the server responded";

  private final URI url;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visitor(URI url, BrowserContext context) {
    this.url = url;
    this.context = context;
    this.page = context.newPage();
  }

  static Visitor of(URI url, BrowserContext context) {
    context.setDefaultTimeout(PATIENCE);
    var visitor = new Visitor(url, context);
    context.onDialog(visitor::spoken);
    context.onConsoleMessage(visitor::logged);
    context.onWebError(error -> visitor.complaints.add("script: " + error.error()));
    context.onRequest(visitor::asked);
    context.onResponse(visitor::answered);
    return visitor;
  }

  private void spoken(Dialog dialog) {
    complaints.add("dialog: " + dialog.message());
    dialog.dismiss();
  }

  private void logged(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().startsWith(REFUSED)) {
      complaints.add("console: " + message.text() + " at " + message.location());
    }
  }

  private void asked(Request request) {
    if (!request.url().startsWith(url + "/")) {
      complaints.add("another host: " + request.url());
    }
  }

  /** A page may say that something is not there, or that a vendor did not answer. */
  private void answered(Response response) {
    var page = response.request().isNavigationRequest();
    if (response.status() >= (page ? 500 : 400) && !(page && response.status() == 502)) {
      complaints.add(response.status() + ": " + response.url());
    }
  }

  Page page() {
    return page;
  }

  /** What the browser complained of. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  Response open(String path) {
    var response = page.navigate(url.resolve(path).toString());
    assertNotNull(response, path);
    return response;
  }

  /** Where the visitor is. */
  String path() {
    return URI.create(page.url()).getPath();
  }

  void signIn(String key) {
    open("/console/sign-in");
    page.locator("#key").fill(key);
    page.locator("#key").press("Enter");
    page.waitForURL(address -> !address.contains("/sign-in"));
  }

  void press(String button) {
    button(button).first().click();
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The way there is by the menu, whatever the page. */
  void choose(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
        .first()
        .click();
  }

  @Override
  public void close() {
    context.close();
    assertEquals(List.of(), complaints());
  }
}
