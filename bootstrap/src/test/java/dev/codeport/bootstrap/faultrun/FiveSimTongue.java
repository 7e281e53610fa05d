package dev.codeport.bootstrap.faultrun;

import java.util.Optional;
import java.util.regex.Pattern;

/** 5sim's: the path says everything, and a refusal is a line of text. */
record FiveSimTongue() implements Tongue {
  private static final Pattern ID = Pattern.compile("\\{\"id\":(\\d+),\"phone\".*");

  @Override
  public Place place(Ask ask) {
    return switch (word(ask)) {
      case "buy" -> Place.BUY;
      case "check" -> Place.STATUS;
      case "orders" -> Place.LIST;
      case "cancel" -> Place.CANCEL;
      case "finish" -> Place.STEP;
      default -> Place.SHELF;
    };
  }

  /** {@code /v1/user/check/7}. */
  private static String word(Ask ask) {
    return ask.path().size() > 2 ? ask.path().get(2) : "";
  }

  @Override
  public String target(Ask ask) {
    return ask.target();
  }

  @Override
  public Optional<String> lease(Ask ask) {
    return ask.path().size() == 4 ? Optional.of(ask.path().get(3)) : Optional.empty();
  }

  @Override
  public Optional<String> reference(Ask ask) {
    return Optional.empty();
  }

  @Override
  public Optional<String> bought(Told told) {
    var id = ID.matcher(told.body());
    return id.matches() ? Optional.of(id.group(1)) : Optional.empty();
  }

  /** It has no word for a price that is too low. */
  @Override
  public Told no(Mishap why) {
    return switch (why) {
      case NO_NUMBERS, PRICE_CHANGED -> new Told(200, "no free phones");
      case NO_BALANCE -> new Told(400, "not enough user balance");
      case BANNED -> new Told(400, "not enough rating");
      case KEY_REVOKED -> new Told(401, "");
      default -> throw new IllegalArgumentException(why.name());
    };
  }

  /** A number can be given back at once, and a request that comes twice buys twice. */
  @Override
  public boolean knows(Mishap mishap) {
    return mishap != Mishap.EARLY_CANCEL && mishap != Mishap.TWICE;
  }
}
