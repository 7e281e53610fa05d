package dev.codeport.http.console.operator;

import dev.codeport.application.Codeport;
import dev.codeport.application.verification.ReadSends;
import dev.codeport.domain.fraud.ListEntry;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.http.api.FraudLines;
import dev.codeport.http.api.Hands;
import dev.codeport.http.console.Chart;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Notice;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * To whom codes go and what that costs: the rules, the safe list and the block list, and phones
 * that are locked.
 */
final class FraudPages {
  private static final String PAGE = "/console/operator/fraud";
  private static final long MOST_DAYS = 3_650;
  private static final List<Integer> SPANS = List.of(7, 30, 90);

  private final Codeport codeport;
  private final Hands hands;
  private final ConsoleGate gate;

  FraudPages(Codeport codeport, Hands hands, ConsoleGate gate) {
    this.codeport = codeport;
    this.hands = hands;
    this.gate = gate;
  }

  void mount(Routes routes) {
    routes
        .get(PAGE, gate.operatorReads(visit -> show(200, visit)))
        .post(PAGE + "/entries", gate.operatorChanges(this::put))
        .post(PAGE + "/entries/remove", gate.operatorChanges(this::remove))
        .post(PAGE + "/locks/release", gate.operatorChanges(this::release));
  }

  private Reply show(int status, Visit visit) {
    var asked = asked(visit.query());
    var page =
        new FraudPage(
            codeport.fraudRules(),
            codeport.listEntries(),
            visit.query().text("account").orElse(""),
            visit.query().text("phone").orElse(""),
            asked.isPresent(),
            asked.flatMap(phone -> codeport.phoneLock(phone.account(), phone.number())),
            spend(visit));
    return visit.show(status, "fraud", Section.FRAUD, page);
  }

  private FraudSpend spend(Visit visit) {
    var days = visit.query().int32("days").orElse(30);
    if (!SPANS.contains(days)) {
      throw BadInput.parameter("days", "must be one of " + SPANS);
    }
    var to = LocalDate.ofInstant(visit.now(), ZoneOffset.UTC);
    var from = to.minusDays(days - 1L);
    var sent = codeport.sends(from, to);
    var currency = FraudSpend.currency(sent);
    var bars = sent.stream().map(each -> bar(each, currency.isPresent())).toList();
    return new FraudSpend(
        days,
        currency,
        Chart.of(bars, from, to, visit.say("money.others")),
        FraudSpend.line("", sent),
        FraudSpend.lines(sent, each -> each.sends().sender().value()),
        FraudSpend.lines(sent, each -> country(visit, each)));
  }

  private static Chart.Bar bar(ReadSends.Sent sent, boolean priced) {
    var messages = sent.sends().messages();
    return new Chart.Bar(
        sent.sends().day(),
        sent.sends().sender().value(),
        priced ? sent.cost().map(Money::micros).orElse(0L) : messages,
        messages);
  }

  private static String country(Visit visit, ReadSends.Sent sent) {
    return sent.sends()
        .region()
        .map(region -> Locale.of("", region.iso()).getDisplayCountry(visit.texts().locale()))
        .orElseGet(() -> visit.say("spend.nowhere"));
  }

  /** Replaces the line of the same kind and subject: sent again, it changes nothing. */
  private Reply put(Visit visit) {
    try {
      var form = visit.form();
      var until = days(form).map(days -> visit.now().plus(Duration.ofDays(days)));
      var entry =
          FraudLines.entry(
              kind(form),
              form.text("subject").orElse("").strip(),
              form.text("reason").orElse("").strip(),
              until);
      if (codeport.listEntries().stream().noneMatch(each -> isSame(each, entry))) {
        hands.of(visit.request()).putListEntry(entry);
      }
      return visit.go(PAGE, "line-set");
    } catch (BadInput bad) {
      return refuse(visit, bad);
    }
  }

  /** Its end may have moved by the moment that lies between two clicks. */
  private static boolean isSame(ListEntry one, ListEntry other) {
    return one.kind() == other.kind()
        && one.subject().equals(other.subject())
        && one.reason().equals(other.reason())
        && one.until().isPresent() == other.until().isPresent()
        && one.until()
            .filter(
                end ->
                    Duration.between(end, other.until().orElse(end))
                            .abs()
                            .compareTo(Duration.ofMinutes(1))
                        > 0)
            .isEmpty();
  }

  private Reply remove(Visit visit) {
    try {
      hands
          .of(visit.request())
          .removeListEntry(kind(visit.form()), visit.form().text("subject").orElse(""));
      return visit.go(PAGE, "line-removed");
    } catch (BadInput bad) {
      return refuse(visit, bad);
    }
  }

  private Reply release(Visit visit) {
    return asked(visit.form())
        .map(
            phone -> {
              if (codeport.phoneLock(phone.account(), phone.number()).isPresent()) {
                hands.of(visit.request()).unlockPhone(phone.account(), phone.number());
              }
              return visit.go(PAGE, "lock-released");
            })
        .orElseGet(visit::notFound);
  }

  private Reply refuse(Visit visit, BadInput bad) {
    var notice = Notice.warning(visit.say("fraud.bad", bad.field(), bad.reason()));
    return show(422, visit.with(notice));
  }

  private static ListEntry.Kind kind(Query form) {
    return form.text("kind")
        .flatMap(FraudLines::kind)
        .orElseThrow(() -> new BadInput("kind", "must be safe or block"));
  }

  private static Optional<Long> days(Query form) {
    var days = form.int64("days");
    if (days.filter(count -> count < 1 || count > MOST_DAYS).isPresent()) {
      throw new BadInput("days", "must be 1 to " + MOST_DAYS);
    }
    return days;
  }

  /** An account's phone, where both are there. */
  private Optional<AccountPhone> asked(Query query) {
    return query
        .int32("account")
        .filter(id -> id > 0)
        .map(AccountId::new)
        .filter(id -> codeport.account(id).isPresent())
        .flatMap(
            id ->
                query
                    .text("phone")
                    .flatMap(written -> codeport.phone(written.strip()))
                    .map(phone -> new AccountPhone(id, phone)));
  }

  private record AccountPhone(AccountId account, PhoneNumber number) {}
}
