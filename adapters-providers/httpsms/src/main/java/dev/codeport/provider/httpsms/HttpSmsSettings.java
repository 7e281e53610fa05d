package dev.codeport.provider.httpsms;

import com.fasterxml.jackson.core.JsonPointer;
import dev.codeport.domain.phone.Region;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.verification.Receipt.Status;
import dev.codeport.domain.verification.SendResult.Reason;
import dev.codeport.provider.httpsms.HttpSmsRules.NamedBy;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.SenderLine;
import dev.codeport.provider.kit.UpstreamLimits;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One gateway, read from these settings. In {@code url}, {@code body} and headers stand {@code
 * {to}} (with a plus sign), {@code {to_digits}}, {@code {text}}, {@code {code}}, {@code
 * {reference}}, {@code {life}} (seconds) and {@code {api_key}}; each is escaped by where it stands.
 *
 * <pre>
 *   url                 the address, filled
 *   method              GET, POST (unless said) or PUT
 *   body, body-type     form, json (unless said), xml or text
 *   header-NAME         one line, the name in lower case; not the text or the code, for headers are
 *                       logged on the way
 *   api-key             what {api_key} is; kept out of every reason
 *   ok-status           with which a message may have been taken: 200-299 unless said
 *   ok-pattern          an expression that must be found in the answer then
 *   id-pointer          where in a JSON answer the message's name stands, such as /messages/0/id
 *   id-pattern          or an expression whose first group it is; without both it is our reference
 *   refused-REASON      an expression found in an answer that refuses: invalid-number, unreachable,
 *                       country-blocked, fraud, opted-out, too-many, balance, account,
 *                       unsupported, other
 *   turned-away         an expression found in an answer when nothing was done, and may be later
 *   sends-once          whether the gateway sends only once what has the same {reference}; false unless
 *                       said
 *   callback-secret     what the parameter "secret" of the address has that the gateway calls
 *   callback-id, callback-status
 *                       where message and status stand: a field's name, or a JSON pointer
 *   callback-queued, callback-sent, callback-delivered, callback-undelivered
 *                       the gateway's words for each, with commas between
 *   regions, deadline, concurrency, patience, circuit-failures, circuit-pause
 * </pre>
 *
 * <p>A gateway that answers every request with 200, also those it refuses, needs {@code ok-pattern}
 * or the message's name: or else a refusal counts as an acceptance.
 */
public final class HttpSmsSettings {
  private static final Pattern RANGE = Pattern.compile("([1-5]\\d\\d)(?:-([1-5]\\d\\d))?");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private final HttpSmsRequest request;
  private final HttpSmsRules rules;
  private final Secret apiKey;
  private final List<String> hidden;
  private final boolean sendsOnce;
  private final Optional<HttpSmsReceipts.Settings> receipts;
  private final Set<Region> regions;
  private final UpstreamLimits limits;

  private HttpSmsSettings(Section section) {
    var headers = section.group("header-");
    this.request =
        HttpSmsRequest.of(
            section.text("method", "POST"),
            section.text("url"),
            headers,
            section.value("body-type", BodyType.JSON, BodyType::named, "form, json, xml or text"),
            section.text("body", ""));
    this.rules = rules(section);
    this.apiKey = Secret.of(section.text("api-key", ""));
    this.hidden = Stream.concat(headers.values().stream(), Stream.of(apiKey.reveal())).toList();
    this.sendsOnce = sendsOnce(section, request);
    this.receipts = receipts(section);
    this.regions = SenderLine.regions(section);
    this.limits = SenderLine.limits(section);
    section.done();
  }

  /**
   * @throws IllegalArgumentException when a setting is missing, unknown or wrong, naming it
   */
  public static HttpSmsSettings read(Section section) {
    return new HttpSmsSettings(section);
  }

  HttpSmsRequest request() {
    return request;
  }

  HttpSmsRules rules() {
    return rules;
  }

  Secret apiKey() {
    return apiKey;
  }

  /** What no reason may show. */
  List<String> hidden() {
    return hidden;
  }

  boolean sendsOnce() {
    return sendsOnce;
  }

  Optional<HttpSmsReceipts.Settings> receipts() {
    return receipts;
  }

  Set<Region> regions() {
    return regions;
  }

  UpstreamLimits limits() {
    return limits;
  }

  private static HttpSmsRules rules(Section section) {
    return new HttpSmsRules(
        section.value(
            "ok-status", range(200, 299), HttpSmsSettings::statuses, "such as 200 or 200-299"),
        pattern(section, "ok-pattern"),
        name(section),
        refusals(section),
        pattern(section, "turned-away"));
  }

  private static NamedBy name(Section section) {
    NamedBy at =
        section.value(
            "id-pointer",
            new NamedBy.Reference(),
            text -> new NamedBy.At(JsonPointer.compile(text)),
            "a JSON pointer such as /messages/0/id");
    var found = pattern(section, "id-pattern");
    if (found.isPresent() && found.get().matcher("").groupCount() < 1) {
      throw new IllegalArgumentException("id-pattern must have a group");
    }
    if (found.isPresent() && at instanceof NamedBy.At) {
      throw new IllegalArgumentException("id-pointer must not be there beside id-pattern");
    }
    return found.<NamedBy>map(NamedBy.Found::new).orElse(at);
  }

  private static Map<Reason, Pattern> refusals(Section section) {
    var refusals = new EnumMap<Reason, Pattern>(Reason.class);
    for (var reason : Reason.values()) {
      var key = "refused-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
      pattern(section, key).ifPresent(pattern -> refusals.put(reason, pattern));
    }
    return refusals;
  }

  private static boolean sendsOnce(Section section, HttpSmsRequest request) {
    var once = section.flag("sends-once", false);
    if (once && !request.names("reference")) {
      throw new IllegalArgumentException("sends-once needs {reference} in url, body or a header");
    }
    return once;
  }

  private static Optional<HttpSmsReceipts.Settings> receipts(Section section) {
    var secret = section.text("callback-secret", "");
    var words = new HashMap<String, Status>();
    for (var status : Status.values()) {
      section
          .list("callback-" + status.name().toLowerCase(Locale.ROOT))
          .forEach(word -> words.put(word.toLowerCase(Locale.ROOT), status));
    }
    var id = section.text("callback-id", "");
    var status = section.text("callback-status", "");
    return secret.isEmpty()
        ? Optional.empty()
        : Optional.of(new HttpSmsReceipts.Settings(Secret.of(secret), id, status, words));
  }

  private static Optional<Pattern> pattern(Section section, String key) {
    return section.value(
        key,
        Optional.empty(),
        text -> Optional.of(Pattern.compile(text, Pattern.DOTALL)),
        "a regular expression");
  }

  private static Set<Integer> statuses(String text) {
    return COMMA
        .splitAsStream(text)
        .map(RANGE::matcher)
        .flatMap(
            each -> {
              if (!each.matches()) {
                throw new IllegalArgumentException(text);
              }
              int from = Integer.parseInt(each.group(1));
              int to = each.group(2) == null ? from : Integer.parseInt(each.group(2));
              return range(from, to).stream();
            })
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Integer> range(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().collect(Collectors.toUnmodifiableSet());
  }
}
