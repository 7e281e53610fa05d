package dev.codeport.provider.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.primitives.Longs;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.sandbox.Activation.Shown;
import dev.codeport.provider.sandbox.Activation.Sms;
import dev.codeport.provider.sandbox.Answer.Complaint;
import dev.codeport.provider.sandbox.Answer.Document;
import dev.codeport.provider.sandbox.Answer.Line;
import dev.codeport.provider.sandbox.Desk.Deal;
import dev.codeport.provider.sandbox.Desk.Wish;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Fault.Place;
import dev.codeport.provider.sandbox.Wares.Land;
import dev.codeport.provider.sandbox.Wares.Service;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Understands requests of the protocol. Complains in its order: the key, the action, the
 * parameters, the business.
 */
final class HandlerApi {
  /** What is asked for by a path of its own instead of an action. */
  static final String OFFERS = "offers";

  private final Desk desk;
  private final Secret key;
  private final SandboxSettings settings;
  private final InstantSource clock;
  private final Shapes shapes;

  HandlerApi(Desk desk, Secret key, SandboxSettings settings, InstantSource clock) {
    this.desk = desk;
    this.key = key;
    this.settings = settings;
    this.clock = clock;
    this.shapes = new Shapes(settings.errors());
  }

  /** A request's parameters. */
  record Ask(Map<String, String> parameters) {
    String get(String name) {
      return Objects.requireNonNullElse(parameters.get(name), "");
    }

    Optional<String> find(String name) {
      return Optional.of(get(name)).filter(value -> !value.isBlank());
    }

    String action() {
      return get("action");
    }
  }

  static Place place(Ask ask) {
    return switch (ask.action()) {
      case "getNumber", "getNumberV2", "getExtraActivation" -> Place.LEASE;
      case "getStatus", "getStatusV2", "getFullSms", "getAllSms" -> Place.STATUS;
      case "getActiveActivations", "getHistory" -> Place.LIST;
      case "getBalance" -> Place.BALANCE;
      case "setStatus" -> step(ask.get("status"));
      default -> Place.CATALOG;
    };
  }

  private static Place step(String status) {
    return switch (status) {
      case "8", "-1" -> Place.CANCEL;
      case "6" -> Place.FINISH;
      case "3" -> Place.ANOTHER;
      default -> Place.STATUS;
    };
  }

  Answer answer(Ask ask, Optional<Kind> twist) {
    return key.equals(Secret.of(ask.get("api_key")))
        ? act(ask, twist)
        : Complaint.of(Trouble.BAD_KEY);
  }

  private Answer act(Ask ask, Optional<Kind> twist) {
    boolean vanilla = settings.errors() == ErrorStyle.TOKEN;
    return switch (ask.action()) {
      case "getBalance" -> new Line("ACCESS_BALANCE:" + Desk.plain(desk.balance()));
      case "getNumber" -> said(lease(ask, twist), HandlerApi::number);
      case "getNumberV2" -> said(lease(ask, twist), shown -> new Document(shapes.lease(shown)));
      case "setStatus" -> setStatus(ask, twist);
      case "getStatus" ->
          about(
              ask,
              "id",
              ask.find("full_text").isPresent() ? HandlerApi::wholly : HandlerApi::status);
      case "getStatusV2" -> about(ask, "id", this::statusV2);
      case "getActiveActivations" -> active();
      case "getHistory" -> history(ask);
      case "getPrices" -> prices(ask, shapes::prices);
      case "getPricesV2" -> prices(ask, Shapes::steps);
      case "getPricesV3" -> prices(ask, Shapes::suppliers);
      case OFFERS -> vanilla ? unknownAction() : prices(ask, Shapes::offers);
      case "getNumbersStatus" -> counts(ask);
      case "getOperators" -> operators(ask);
      case "getCountries" -> new Document(Listings.countries());
      case "getServicesList" -> new Document(Listings.services());
      case "getFullSms" -> vanilla ? about(ask, "id", HandlerApi::fullSms) : unknownAction();
      case "getAllSms" ->
          vanilla ? unknownAction() : about(ask, "id", s -> new Document(shapes.allSms(s)));
      case "checkExtraActivation" -> vanilla ? checkExtra(ask) : unknownAction();
      case "getExtraActivation" -> vanilla ? extra(ask) : unknownAction();
      default -> unknownAction();
    };
  }

  private static Answer unknownAction() {
    return Complaint.of(Trouble.BAD_ACTION);
  }

  private Deal lease(Ask ask, Optional<Kind> twist) {
    var service = Wares.SHIPPED.services().get(ask.get("service"));
    if (service == null) {
      return new Deal.No(Trouble.BAD_SERVICE);
    }
    var land = Wares.SHIPPED.lands().get(ask.get("country"));
    if (land == null) {
      return new Deal.No(Trouble.BAD_COUNTRY);
    }
    var operator = operator(ask);
    if (operator.filter(name -> !operators(land).contains(name)).isPresent()) {
      return new Deal.No(Trouble.BAD_OPERATOR);
    }
    try {
      var most = ask.find("maxPrice").map(this::money);
      return desk.lease(new Wish(land, service, operator, most, ask.find("orderId"), twist));
    } catch (NumberFormatException | ArithmeticException e) {
      return new Deal.No(Trouble.BAD_MAX_PRICE);
    }
  }

  private Money money(String amount) {
    return Money.of(amount, settings.balance().currency());
  }

  private Answer setStatus(Ask ask, Optional<Kind> twist) {
    var id = Longs.tryParse(ask.get("id"));
    if (id == null) {
      return Complaint.of(Trouble.BAD_ID);
    }
    boolean vanilla = settings.errors() == ErrorStyle.TOKEN;
    return switch (ask.get("status")) {
      case "3" -> said(desk.another(id), shown -> new Line("ACCESS_RETRY_GET"));
      case "6" -> said(desk.finish(id), shown -> new Line("ACCESS_ACTIVATION"));
      case "8" -> cancel(id, twist);
      case "-1" -> vanilla ? cancel(id, twist) : Complaint.of(Trouble.BAD_STATUS);
      case "1" -> vanilla ? about(ask, "id", HandlerApi::ready) : Complaint.of(Trouble.BAD_STATUS);
      default -> Complaint.of(Trouble.BAD_STATUS);
    };
  }

  private Answer cancel(long id, Optional<Kind> twist) {
    return said(desk.cancel(id, twist), shown -> new Line("ACCESS_CANCEL"));
  }

  private static Answer ready(Shown shown) {
    return shown.entry().state() == Books.State.WAITING
        ? new Line("ACCESS_READY")
        : Complaint.of(Trouble.BAD_STATUS);
  }

  private static Answer number(Shown shown) {
    return new Line("ACCESS_NUMBER:" + shown.entry().id() + ":" + shown.entry().phone().digits());
  }

  private static Answer status(Shown shown) {
    return state(shown, sms -> new Line("STATUS_OK:" + word(sms)));
  }

  private static Answer wholly(Shown shown) {
    return state(shown, sms -> new Line("STATUS_OK:" + sms.text()));
  }

  private Answer statusV2(Shown shown) {
    return state(shown, sms -> new Document(shapes.status(shown, sms)));
  }

  private static Answer fullSms(Shown shown) {
    return state(shown, sms -> new Line("FULL_SMS:" + sms.text()));
  }

  /** An ended activation shows an SMS only when that came after its end. */
  private static Answer state(Shown shown, Function<Sms, Answer> withSms) {
    return switch (shown.entry().state()) {
      case WAITING -> new Line("STATUS_WAIT_CODE");
      case RETRY -> new Line("STATUS_WAIT_RETRY:" + shown.last().map(HandlerApi::word).orElse(""));
      case RECEIVED -> withSms.apply(shown.last().orElseThrow());
      case FINISHED -> new Line("STATUS_CANCEL");
      case CANCELED, EXPIRED ->
          shown.last().map(withSms).orElseGet(() -> new Line("STATUS_CANCEL"));
    };
  }

  private static String word(Sms sms) {
    return sms.code().orElse(sms.text());
  }

  private Answer active() {
    var all = desk.active();
    return all.isEmpty() ? Complaint.of(Trouble.NOTHING_ACTIVE) : new Document(shapes.active(all));
  }

  private Answer history(Ask ask) {
    try {
      var to = ask.find("end").map(HandlerApi::time).orElseGet(clock::instant);
      var from = ask.find("start").map(HandlerApi::time).orElse(to.minusSeconds(86_400));
      int offset = ask.find("offset").map(Integer::parseInt).orElse(0);
      int limit = Math.min(100, ask.find("limit").map(Integer::parseInt).orElse(50));
      return new Document(shapes.history(desk.history(from, to, offset, limit)));
    } catch (RuntimeException e) {
      return Complaint.of(Trouble.BAD_DATE);
    }
  }

  private static Instant time(String seconds) {
    return Instant.ofEpochSecond(Long.parseLong(seconds));
  }

  private Answer prices(Ask ask, Function<List<Racks.Price>, JsonNode> shape) {
    var service = ask.find("service").map(Wares.SHIPPED.services()::get);
    var land = ask.find("country").map(Wares.SHIPPED.lands()::get);
    if (ask.find("service").isPresent() && service.isEmpty()) {
      return Complaint.of(Trouble.BAD_SERVICE);
    }
    if (ask.find("country").isPresent() && land.isEmpty()) {
      return Complaint.of(Trouble.BAD_COUNTRY);
    }
    return new Document(shape.apply(desk.prices(land, service, false)));
  }

  private Answer counts(Ask ask) {
    var land = ask.find("country").map(Wares.SHIPPED.lands()::get);
    if (land.isEmpty()) {
      return Complaint.of(Trouble.BAD_COUNTRY);
    }
    var operator = operator(ask);
    if (operator.filter(name -> !operators(land.get()).contains(name)).isPresent()) {
      return Complaint.of(Trouble.BAD_OPERATOR);
    }
    var prices = desk.prices(land, Optional.empty(), operator.isPresent());
    return new Document(Shapes.counts(prices));
  }

  private Answer operators(Ask ask) {
    var lands =
        Wares.SHIPPED.lands().values().stream()
            .filter(land -> ask.find("country").map(land.code()::equals).orElse(true))
            .filter(land -> !operators(land).isEmpty())
            .toList();
    return lands.isEmpty()
        ? Complaint.of(Trouble.NO_OPERATORS)
        : new Document(Listings.operators(lands));
  }

  private List<String> operators(Land land) {
    return settings.shelves().operators() ? land.operators() : List.of();
  }

  private static Optional<String> operator(Ask ask) {
    return ask.find("operator").filter(name -> !name.equals("any"));
  }

  private Answer checkExtra(Ask ask) {
    var id = Longs.tryParse(ask.get("activationId"));
    if (id == null) {
      return Complaint.of(Trouble.BAD_ID);
    }
    return said(desk.quote(id), shown -> new Document(Shapes.quote(shown, price(shown))));
  }

  private Money price(Shown shown) {
    var land = Optional.ofNullable(Wares.SHIPPED.lands().get(shown.entry().country()));
    Optional<Service> service =
        Optional.ofNullable(Wares.SHIPPED.services().get(shown.entry().service()));
    return desk.prices(land, service, false).getFirst().price();
  }

  private Answer extra(Ask ask) {
    var id = Longs.tryParse(ask.get("activationId"));
    return id == null ? Complaint.of(Trouble.BAD_ID) : said(desk.renew(id), HandlerApi::number);
  }

  private Answer about(Ask ask, String parameter, Function<Shown, Answer> say) {
    var id = Longs.tryParse(ask.get(parameter));
    return id == null
        ? Complaint.of(Trouble.BAD_ID)
        : desk.find(id).map(say).orElseGet(() -> Complaint.of(Trouble.UNKNOWN));
  }

  private static Answer said(Deal deal, Function<Shown, Answer> say) {
    return switch (deal) {
      case Deal.Done done -> say.apply(done.activation());
      case Deal.No no -> Complaint.of(no);
    };
  }
}
