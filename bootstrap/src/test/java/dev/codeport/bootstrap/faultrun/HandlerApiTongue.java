package dev.codeport.bootstrap.faultrun;

import dev.codeport.provider.sandbox.ErrorStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code handler_api.php}.
 *
 * @param references whether our reference is among the parameters
 */
record HandlerApiTongue(ErrorStyle style, boolean references) implements Tongue {
  private static final String INDONESIA = "6";
  private static final Pattern LINE = Pattern.compile("ACCESS_NUMBER:(\\d+):.*");
  private static final Pattern DOCUMENT = Pattern.compile(".*\"activationId\":\"?(\\d+).*");

  @Override
  public Place place(Ask ask) {
    var parameters = ask.parameters();
    return switch (parameters.getOrDefault("action", "")) {
      case "getNumber", "getNumberV2", "getExtraActivation" -> Place.BUY;
      case "getStatus", "getStatusV2", "getFullSms", "getAllSms" -> Place.STATUS;
      case "getActiveActivations", "getHistory" -> Place.LIST;
      case "setStatus" ->
          parameters.getOrDefault("status", "").equals("8") ? Place.CANCEL : Place.STEP;
      default -> Place.SHELF;
    };
  }

  @Override
  public String target(Ask ask) {
    boolean world =
        "getPrices".equals(ask.parameters().get("action"))
            && !ask.parameters().containsKey("country");
    return world ? ask.target() + "&country=" + INDONESIA : ask.target();
  }

  @Override
  public Optional<String> lease(Ask ask) {
    return Optional.ofNullable(ask.parameters().get("id"));
  }

  @Override
  public Optional<String> reference(Ask ask) {
    return Optional.ofNullable(ask.parameters().get("orderId"));
  }

  @Override
  public Optional<String> bought(Told told) {
    var line = LINE.matcher(told.body());
    var document = DOCUMENT.matcher(told.body());
    if (line.matches()) {
      return Optional.of(line.group(1));
    }
    return document.matches() ? Optional.of(document.group(1)) : Optional.empty();
  }

  @Override
  public Told no(Mishap why) {
    return switch (why) {
      case NO_NUMBERS -> new Told(200, "NO_NUMBERS");
      case PRICE_CHANGED -> no(400, "WRONG_MAX_PRICE");
      case NO_BALANCE -> no(402, "NO_BALANCE");
      case BANNED -> no(403, "BANNED");
      case EARLY_CANCEL -> no(409, "EARLY_CANCEL_DENIED");
      case KEY_REVOKED -> no(401, "BAD_KEY");
      default -> throw new IllegalArgumentException(why.name());
    };
  }

  private Told no(int status, String word) {
    return switch (style) {
      case TOKEN -> new Told(200, word);
      case HTTP_JSON -> new Told(status, "{\"title\":\"" + word + "\",\"details\":\"\"}");
    };
  }

  @Override
  public boolean knows(Mishap mishap) {
    return switch (mishap) {
      case TWICE -> references;
      case REORDERED -> style == ErrorStyle.HTTP_JSON; // the others show the newest SMS only
      default -> true;
    };
  }
}
