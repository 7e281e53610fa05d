package dev.codeport.http.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import dev.codeport.domain.account.Session.Part;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One request of a browser, with all that is known of who sent it, and how it is answered. */
public final class Visit {
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Request request;
  private final Cookies cookies;
  private final Texts texts;
  private final Theme theme;
  private final Who who;
  private final String secret;
  private final Instant now;
  private final boolean sandbox;
  private final Optional<Notice> notice;
  private final Supplier<String> keys;

  Visit(
      Request request,
      Cookies cookies,
      Texts texts,
      Theme theme,
      Who who,
      String secret,
      Instant now,
      boolean sandbox,
      Optional<Notice> notice,
      Supplier<String> keys) {
    this.request = request;
    this.cookies = cookies;
    this.texts = texts;
    this.theme = theme;
    this.who = who;
    this.secret = secret;
    this.now = now;
    this.sandbox = sandbox;
    this.notice = notice;
    this.keys = keys;
  }

  /**
   * @param part which menu is shown
   * @param name by which who has signed in is called
   */
  record Who(Optional<Part> part, String name) {
    static final Who NOBODY = new Who(Optional.empty(), "");
  }

  public Request request() {
    return request;
  }

  public Query query() {
    return request.query();
  }

  /** What the form holds. */
  public Query form() {
    return request.form();
  }

  public Instant now() {
    return now;
  }

  public Texts texts() {
    return texts;
  }

  /** A new name for something that is to be done once, however often its form is sent. */
  public String newKey() {
    return keys.get();
  }

  /** What a form's hidden field {@code key} names, if it is one of {@link #newKey}'s. */
  public Optional<IdempotencyKey> key() {
    return form()
        .text("key")
        .filter(key -> key.matches("[0-9a-f]{32}"))
        .map(key -> new IdempotencyKey("console-" + key));
  }

  /** In the visitor's language. */
  public String say(String key, Object... with) {
    return texts.say(key, with);
  }

  Cookies cookies() {
    return cookies;
  }

  Who who() {
    return who;
  }

  /** The same with this to be said on top of whatever is shown. */
  public Visit with(Notice other) {
    return new Visit(
        request, cookies, texts, theme, who, secret, now, sandbox, Optional.of(other), keys);
  }

  /** A page of the menu. Its title has the key {@code <template>.title}. */
  public Reply show(String template, Section section, Object page) {
    return show(200, template, section, page);
  }

  public Reply show(int status, String template, Section section, Object page) {
    return page(status, template, say(template + ".title"), Optional.of(section), page);
  }

  /** A page of the menu with a title of its own. */
  public Reply show(int status, String template, String title, Section section, Object page) {
    return page(status, template, title, Optional.of(section), page);
  }

  /** See there: what is answered to a form that did what it should. */
  public Reply go(String address) {
    return Safety.guard(Reply.empty(303)).with("Location", address);
  }

  /**
   * @param done what is said there, by the text {@code done.<done>}
   * @param with one word of letters, digits and {@code . _ + -} to say it with
   */
  public Reply go(String address, String done, Object... with) {
    return go(address).withCookie(cookies.set(Cookies.NOTICE, Notice.toLeave(done, with), SOON));
  }

  /** Something to be saved under this name, which must be plain. */
  public Reply file(String name, String type, String text) {
    return file(name, Reply.text(200, type, text));
  }

  /** The same of a reply that comes piece by piece. */
  public Reply file(String name, Reply reply) {
    return Safety.guard(reply).with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  /**
   * A page that says what went wrong and what to do next: {@code fail.<what>.title} and {@code
   * fail.<what>.text}.
   */
  public Reply fail(int status, String what, Object... with) {
    var page = new Failure(status, say("fail." + what + ".text", with));
    return page(status, "failure", say("fail." + what + ".title"), Optional.empty(), page);
  }

  /** There is no such thing, or not for this visitor. */
  public Reply notFound() {
    return fail(404, "not-found");
  }

  Reply page(int status, String template, String title, Optional<Section> section, Object page) {
    var left = cookies.value(Cookies.NOTICE);
    var said = notice.or(() -> left.flatMap(words -> Notice.left(words, texts)));
    var html = Templates.render(template, frame(title, section, said), page);
    var reply = Safety.guard(Reply.text(status, "text/html; charset=utf-8", html));
    return left.isPresent() ? reply.withCookie(cookies.clear(Cookies.NOTICE)) : reply;
  }

  /** What forms of this visit carry, and nobody else knows. */
  String token() {
    return Hashing.sha256().hashString("form " + secret, UTF_8).toString();
  }

  boolean isToken(String other) {
    return MessageDigest.isEqual(token().getBytes(UTF_8), other.getBytes(UTF_8));
  }

  /** This page's own address. */
  String here() {
    return request.method().equals("POST") ? Address.HOME : Address.safe(address());
  }

  private String address() {
    return request.path() + (request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery());
  }

  /** The query of this page with other values in it; an empty one is left out. */
  public String queryWith(Map<String, String> values) {
    return values.entrySet().stream()
        .filter(value -> !value.getValue().isEmpty())
        .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }

  private Frame frame(String title, Optional<Section> section, Optional<Notice> said) {
    return new Frame(
        texts, theme, title, section, who.part(), who.name(), token(), here(), now, sandbox, said);
  }

  /** What the template {@code failure} shows. */
  public record Failure(int status, String text) {}
}
