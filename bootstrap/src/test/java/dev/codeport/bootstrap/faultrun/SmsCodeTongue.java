package dev.codeport.bootstrap.faultrun;

import java.util.Optional;
import java.util.regex.Pattern;

/** SMSCode's: an envelope around everything, and a code for each refusal. */
record SmsCodeTongue() implements Tongue {
  private static final Pattern ID = Pattern.compile(".*\"orders\":\\[\\{\"id\":(\\d+).*");
  private static final Pattern ABOUT = Pattern.compile("\\{\"id\":(\\d+).*");

  @Override
  public Place place(Ask ask) {
    return switch (String.join("/", ask.path().subList(1, ask.path().size()))) {
      case "orders/create", "orders/reactivate" -> Place.BUY;
      case "orders", "orders/active" -> Place.LIST;
      case "orders/cancel" -> Place.CANCEL;
      case "orders/finish", "orders/resend" -> Place.STEP;
      case "balance" -> Place.SHELF;
      default -> ask.path().get(1).equals("orders") ? Place.STATUS : Place.SHELF;
    };
  }

  @Override
  public String target(Ask ask) {
    return ask.target();
  }

  @Override
  public Optional<String> lease(Ask ask) {
    if (place(ask) == Place.STATUS) {
      return Optional.of(ask.path().get(2));
    }
    var about = ABOUT.matcher(ask.body());
    return about.matches() ? Optional.of(about.group(1)) : Optional.empty();
  }

  @Override
  public Optional<String> reference(Ask ask) {
    return Optional.ofNullable(ask.headers().get("Idempotency-Key"));
  }

  @Override
  public Optional<String> bought(Told told) {
    var id = ID.matcher(told.body());
    return id.matches() ? Optional.of(id.group(1)) : Optional.empty();
  }

  @Override
  public Told no(Mishap why) {
    return switch (why) {
      case NO_NUMBERS, PRICE_CHANGED -> no(422, "NO_OFFER_AVAILABLE");
      case NO_BALANCE -> no(409, "INSUFFICIENT_BALANCE");
      case BANNED -> no(429, "TEMP_BANNED_ABUSE_GUARD");
      case EARLY_CANCEL -> no(409, "CANCEL_TOO_EARLY");
      case KEY_REVOKED -> no(401, "UNAUTHORIZED");
      default -> throw new IllegalArgumentException(why.name());
    };
  }

  private static Told no(int status, String code) {
    return new Told(
        status,
        "{\"success\":false,\"error\":{\"code\":\"" + code + "\",\"message\":\"Not so.\"}}");
  }

  /** Of several SMS it shows the newest. */
  @Override
  public boolean knows(Mishap mishap) {
    return mishap != Mishap.REORDERED;
  }
}
