package dev.codeport.http.facade.handlerapi;

import dev.codeport.application.Codeport;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.secret.Secret;
import dev.codeport.http.server.KeyLimits;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import dev.codeport.http.server.Routes;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * The actions of {@code handler_api.php}. A key's allowance is the same as in the other APIs, but
 * for the questions by which clients wait for an SMS: these have one of their own.
 */
public final class HandlerApiFacade {
  private static final String ROOM = "/stubs";
  private static final int LONGEST_KEY = 256;

  /** How clients wait. */
  private static final Set<String> POLLS =
      Set.of("getStatus", "getStatusV2", "getFullSms", "getActiveActivations");

  private final Codeport codeport;
  private final CodeBook codes;
  private final RateLimiter limiter;
  private final KeyLimits limits;
  private final Map<String, Action> looks;
  private final Map<String, Action> deeds;

  public HandlerApiFacade(
      Codeport codeport,
      CodeBook codes,
      Ledger ledger,
      RateLimiter limiter,
      KeyLimits limits,
      InstantSource clock) {
    this.codeport = codeport;
    this.codes = codes;
    this.limiter = limiter;
    this.limits = limits;
    var status = new StatusActions(codeport);
    var stock = new StockActions(codeport, codes);
    var lists = new ListActions(codeport, codes);
    var orders = new OrderActions(codeport, codes, clock);
    var again = new AgainActions(codeport, codes);
    this.looks =
        Map.ofEntries(
            Map.entry("getBalance", new BalanceAction(codeport)),
            Map.entry("getBalanceAndCashBack", new BalanceAction(codeport)),
            Map.entry("getStatus", status::status),
            Map.entry("getStatusV2", status::statusV2),
            Map.entry("getFullSms", status::fullSms),
            Map.entry("getPrices", stock::prices),
            Map.entry("getNumbersStatus", stock::counts),
            Map.entry("getOperators", stock::operators),
            Map.entry("getTopCountriesByService", stock::topCountries),
            Map.entry("getCountries", lists::countries),
            Map.entry("getServicesList", lists::services),
            Map.entry("getActiveActivations", orders::active),
            Map.entry("getHistory", orders::history),
            Map.entry("checkExtraActivation", again::check));
    var purchase = new PurchaseActions(codeport, codes, ledger);
    this.deeds =
        Map.of(
            "getNumber", purchase::line,
            "getNumberV2", purchase::document,
            "setStatus", new StepAction(codeport),
            "getExtraActivation", again::renew);
  }

  /** What one action answers to one who was let in. */
  @FunctionalInterface
  interface Action {
    Reply answer(Caller caller, Ask ask);
  }

  public void mount(Routes routes) {
    routes
        .surface(ROOM, new HandlerApiSurface())
        .get(ROOM + "/handler_api.php", this::answer)
        .post(ROOM + "/handler_api.php", this::answer);
  }

  private Reply answer(Request request) {
    var ask = new Ask(request.parameters(), codes);
    var key = ask.text("api_key").filter(text -> text.length() <= LONGEST_KEY);
    if (key.isEmpty()) {
      return ask.text("api_key").isPresent() ? Token.BAD_KEY.reply() : Token.NO_KEY.reply();
    }
    return codeport
        .authenticate(Secret.of(key.get()))
        .map(holder -> admitted(new Caller(holder), ask))
        .orElseGet(Token.BAD_KEY::reply);
  }

  private Reply admitted(Caller caller, Ask ask) {
    var deed = deeds.get(ask.action());
    if (caller.isLimited()) {
      if (take(caller, ask.action()) instanceof Decision.Denied denied) {
        return Token.RATE_LIMIT.retryAfter(denied.retryAfter());
      }
    }
    var action = deed == null ? looks.get(ask.action()) : deed;
    return action == null ? Token.BAD_ACTION.reply() : action.answer(caller, ask);
  }

  private Decision take(Caller caller, String action) {
    var key = caller.holder().key().prefix();
    if (deeds.containsKey(action)) {
      return limiter.take(limits.changes(), LimitKey.of("http.change", key));
    }
    return POLLS.contains(action)
        ? limiter.take(limits.polls(), LimitKey.of("handler-api.poll", key))
        : limiter.take(limits.reads(), LimitKey.of("http.read", key));
  }
}
