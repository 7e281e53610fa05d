package dev.codeport.provider.handlerapi;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the protocol's error words mean. */
final class HandlerApiFaults {
  private static final Pattern SQL = Pattern.compile("ERROR_SQL\\d*");

  private HandlerApiFaults() {}

  /** What one has to make of an error, whichever request it answers. */
  enum Meaning {
    /** No number in stock, at this price. */
    NO_NUMBERS,
    /** Not for the price allowed. */
    PRICE,
    /** Our balance there is too low. */
    BALANCE,
    /** Our account or key is not accepted, banned or limited. */
    ACCOUNT,
    /** Country, service or operator are not served. */
    UNSUPPORTED,
    /** The request is not what they want, and never will be. */
    REQUEST,
    /** Too many requests, or turned away before anybody looked: surely not done. */
    TURNED_AWAY,
    /** They broke: it may have been done. */
    SERVER,
    /** They know no such activation. */
    NO_ACTIVATION,
    /** That step is not for the activation's present state. */
    WRONG_STATE,
    /** It was given back before. */
    CANCELED,
    /** It cannot be given back yet. */
    TOO_EARLY,
    /** An SMS came: it cannot be given back. */
    HAS_SMS,
    /** The number cannot be had again. */
    NOT_AGAIN,
    /** There is nothing to list. */
    NOTHING,
    /** They have an order with our reference: it was done before. */
    DUPLICATE,
    /** Nothing we know. */
    UNKNOWN
  }

  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          // The account.
          entry("BAD_KEY", Meaning.ACCOUNT),
          entry("NO_KEY", Meaning.ACCOUNT),
          entry("ERROR_WRONG_KEY", Meaning.ACCOUNT),
          entry("WRONG_API_KEY", Meaning.ACCOUNT),
          entry("BANNED", Meaning.ACCOUNT), // argument: until when, or why
          entry("ACCOUNT_INACTIVE", Meaning.ACCOUNT),
          entry("CHANNELS_LIMIT", Meaning.ACCOUNT), // too many numbers at once, or blocked
          entry("SERVICE_NOT_AVAILABLE", Meaning.ACCOUNT), // not to this account
          entry("SERVICE_UNAVAILABLE_REGION", Meaning.ACCOUNT), // not from this address
          entry("WRONG_SECURITY", Meaning.ACCOUNT),
          entry("USERS_IP_IS_NOT_ALLOWED", Meaning.ACCOUNT), // Grizzly: not with this key
          // The request.
          entry("BAD_ACTION", Meaning.REQUEST), // VAK-SMS says so to a bad key too
          entry("WRONG_ACTION", Meaning.REQUEST),
          entry("NO_ACTION", Meaning.REQUEST),
          entry("BAD_SERVICE", Meaning.UNSUPPORTED),
          entry("WRONG_SERVICE", Meaning.UNSUPPORTED),
          entry("BAD_COUNTRY", Meaning.UNSUPPORTED),
          entry("WRONG_COUNTRY", Meaning.UNSUPPORTED),
          entry("WRONG_COUNTRY_ID", Meaning.UNSUPPORTED),
          entry("BAD_OPERATOR", Meaning.UNSUPPORTED),
          entry("WRONG_OPERATOR", Meaning.UNSUPPORTED),
          entry("WRONG_EXCEPTION_PHONE", Meaning.REQUEST),
          entry("BAD_FORWARD", Meaning.REQUEST),
          entry("BAD_STATUS", Meaning.WRONG_STATE),
          entry("WRONG_DATE", Meaning.REQUEST),
          entry("BAD_DATA", Meaning.REQUEST),
          entry("BAD_CURRENCY", Meaning.REQUEST),
          entry("CURRENCY_CHANGE_UNAVAILABLE", Meaning.REQUEST),
          entry("UNPROCESSABLE_ENTITY", Meaning.REQUEST), // argument or info: field and code
          entry("BAD_VALUES", Meaning.REQUEST),
          entry("BAD_MULTIPLE", Meaning.REQUEST),
          entry("BAD_MAX_PRICE", Meaning.REQUEST),
          entry("BAD_PROVIDER_IDS", Meaning.REQUEST),
          entry("BAD_EXCEPT_PROVIDER_IDS", Meaning.REQUEST),
          entry("BAD_ACTIVATION_TYPE", Meaning.REQUEST),
          entry("BAD_FIXED_PRICE", Meaning.REQUEST),
          entry("WRONG_ADDITIONAL_SERVICE", Meaning.REQUEST),
          entry("REPEAT_ADDITIONAL_SERVICE", Meaning.REQUEST),
          // Money and stock.
          entry("NO_NUMBERS", Meaning.NO_NUMBERS),
          entry("NO_NUMBER", Meaning.NO_NUMBERS),
          entry("NO_PROVIDERS", Meaning.NO_NUMBERS),
          entry("OUT_OF_STOCK", Meaning.NO_NUMBERS),
          entry("OFFER_NOT_FOUND", Meaning.NO_NUMBERS), // HeroSMS v1
          entry("NOT_AVAILABLE", Meaning.NO_NUMBERS),
          entry("WHATSAPP_NOT_AVAILABLE", Meaning.UNSUPPORTED),
          entry("NO_BALANCE", Meaning.BALANCE),
          entry("LOW_BALANCE", Meaning.BALANCE),
          entry("NO_MONEY", Meaning.BALANCE),
          entry("NO_BALANCE_FORWARD", Meaning.BALANCE),
          entry("WRONG_MAX_PRICE", Meaning.PRICE), // argument or info: the least that would do
          entry("ORDER_ALREADY_EXISTS", Meaning.DUPLICATE),
          entry("OPERATORS_NOT_FOUND", Meaning.NOTHING),
          entry("NO_METRICS", Meaning.NOTHING),
          // Activations.
          entry("NO_ACTIVATION", Meaning.NO_ACTIVATION),
          entry("NOT_FOUND", Meaning.NO_ACTIVATION),
          entry("ORDER_NOT_FOUND", Meaning.NO_ACTIVATION),
          entry("WRONG_ACTIVATION_ID", Meaning.NO_ACTIVATION),
          entry("INVALID_ACTIVATION_ID", Meaning.NO_ACTIVATION),
          entry("NO_ACTIVATIONS", Meaning.NOTHING),
          entry("EARLY_CANCEL_DENIED", Meaning.TOO_EARLY),
          entry("OTP_RECEIVED", Meaning.HAS_SMS),
          entry("NEW_OTP_RECEIVED", Meaning.HAS_SMS),
          entry("FREE_CANCELLATION_EXPIRED", Meaning.WRONG_STATE),
          entry("ACTIVATION_NOT_ACTIVE", Meaning.WRONG_STATE),
          entry("ACCESS_CANCEL_ALREADY", Meaning.CANCELED),
          entry("ALREADY_CANCELED", Meaning.CANCELED),
          entry("ALREADY_CANCEL", Meaning.CANCELED),
          entry("RENEW_ACTIVATION_NOT_AVAILABLE", Meaning.NOT_AGAIN),
          entry("NEW_ACTIVATION_IMPOSSIBLE", Meaning.NOT_AGAIN),
          entry("IMPOSSIBLE_AGAIN", Meaning.NOT_AGAIN),
          entry("SIM_OFFLINE", Meaning.NOT_AGAIN),
          entry("SIM_TEMPORARY_OFFLINE", Meaning.NOT_AGAIN),
          entry("NUMBER_OFFLINE", Meaning.NOT_AGAIN),
          entry("NO_CALL", Meaning.WRONG_STATE),
          entry("PARSE_COUNT_EXCEED", Meaning.WRONG_STATE),
          // Their machine.
          entry("ERROR_SQL", Meaning.SERVER), // with or without a number behind
          entry("SERVER_ERROR", Meaning.SERVER),
          entry("ERROR", Meaning.SERVER),
          entry("RATE_LIMIT", Meaning.TURNED_AWAY),
          entry("RATE_LIMITED", Meaning.TURNED_AWAY));

  /** What {@code UNPROCESSABLE_ENTITY} means by the field that it names. */
  private static final Map<String, Meaning> FIELDS =
      Map.of(
          "service", Meaning.UNSUPPORTED,
          "country", Meaning.UNSUPPORTED,
          "operator", Meaning.UNSUPPORTED,
          "id", Meaning.NO_ACTIVATION,
          "activationId", Meaning.NO_ACTIVATION);

  /** The table's word on a token; where it has none, the status decides. */
  static Meaning of(Said.Token token) {
    if (token.is("UNPROCESSABLE_ENTITY")) {
      return FIELDS.getOrDefault(field(token), Meaning.REQUEST);
    }
    var name = SQL.matcher(token.name()).matches() ? "ERROR_SQL" : token.name();
    return Optional.ofNullable(MEANINGS.get(name)).orElseGet(() -> ofStatus(token.status()));
  }

  /** As {@code TOKEN:field:code}, or in the info of a JSON error. */
  private static String field(Said.Token token) {
    int colon = token.argument().indexOf(':');
    var argument = colon < 0 ? token.argument() : token.argument().substring(0, colon);
    return argument.isEmpty() ? token.info().path("field").asText() : argument;
  }

  /** What an HTTP status means when the body is of no help. */
  static Meaning ofStatus(int status) {
    return switch (status) {
      case 401, 403 -> Meaning.ACCOUNT;
      case 402 -> Meaning.BALANCE;
      case 408, 499 -> Meaning.SERVER; // somebody between us gave up waiting
      default -> {
        if (status >= 500) {
          yield Meaning.SERVER;
        }
        yield status >= 300 ? Meaning.TURNED_AWAY : Meaning.UNKNOWN;
      }
    };
  }

  static Map<String, Meaning> table() {
    return MEANINGS;
  }
}
