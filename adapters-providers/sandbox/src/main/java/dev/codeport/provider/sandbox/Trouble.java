package dev.codeport.provider.sandbox;

/** What a vendor complains about, in the words of both families of speakers. */
enum Trouble {
  BAD_KEY("BAD_KEY", 401, "BAD_KEY", ""),
  BAD_ACTION("BAD_ACTION", 404, "BAD_ACTION", ""),
  BAD_SERVICE("BAD_SERVICE", 422, "UNPROCESSABLE_ENTITY", "service"),
  BAD_COUNTRY("BAD_COUNTRY", 422, "UNPROCESSABLE_ENTITY", "country"),
  BAD_OPERATOR("BAD_OPERATOR", 422, "UNPROCESSABLE_ENTITY", "operator"),
  BAD_MAX_PRICE("BAD_DATA", 422, "UNPROCESSABLE_ENTITY", "maxPrice"),
  BAD_DATE("WRONG_DATE", 422, "UNPROCESSABLE_ENTITY", "start"),
  BAD_ID("WRONG_ACTIVATION_ID", 422, "UNPROCESSABLE_ENTITY", "id"),
  BAD_STATUS("BAD_STATUS", 400, "BAD_STATUS", ""),
  UNKNOWN("NO_ACTIVATION", 404, "NOT_FOUND", ""),
  ENDED("BAD_STATUS", 409, "ACTIVATION_NOT_ACTIVE", ""),
  HAS_SMS("BAD_STATUS", 409, "OTP_RECEIVED", ""),
  TOO_EARLY("EARLY_CANCEL_DENIED", 409, "EARLY_CANCEL_DENIED", ""),
  ORDER_EXISTS("ORDER_ALREADY_EXISTS", 409, "ORDER_ALREADY_EXISTS", ""),
  TOO_DEAR("WRONG_MAX_PRICE", 400, "WRONG_MAX_PRICE", ""),
  NO_NUMBERS("NO_NUMBERS", 200, "NO_NUMBERS", ""),
  NO_BALANCE("NO_BALANCE", 402, "NO_BALANCE", ""),
  NO_OPERATORS("OPERATORS_NOT_FOUND", 404, "OPERATORS_NOT_FOUND", ""),
  NOTHING_ACTIVE("NO_ACTIVATIONS", 404, "NO_ACTIVATIONS", ""),
  NOT_RENEWABLE("RENEW_ACTIVATION_NOT_AVAILABLE", 409, "RENEW_ACTIVATION_NOT_AVAILABLE", ""),
  NUMBER_BUSY("NEW_ACTIVATION_IMPOSSIBLE", 409, "NEW_ACTIVATION_IMPOSSIBLE", "");

  final String token;
  final int status;
  final String title;
  final String field;

  Trouble(String token, int status, String title, String field) {
    this.token = token;
    this.status = status;
    this.title = title;
    this.field = field;
  }
}
