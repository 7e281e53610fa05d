package dev.codeport.contract;

import java.util.List;

/** What comes instead of an answer. */
final class Garbage {
  static final List<String> BODIES =
      List.of(
          "",
          " \n",
          "null",
          "true",
          "0",
          "\"OK\"",
          "OK",
          "[]",
          "{}",
          "[[]]",
          "{",
          "{\"data\":",
          "{\"data\":null}",
          "{\"data\":[]}",
          "{\"data\":{}}",
          "{\"data\":{\"requestId\":",
          "{\"data\":{\"requestId\":null,\"otpRequestId\":{}}}",
          "{\"sid\":\"VE0123",
          "{\"sid\":null,\"status\":7}",
          "{\"sid\":\"\"}",
          "{\"success\":true}",
          "{\"success\":\"true\",\"request_id\":[]}",
          "{}{}",
          "{\"error\":{\"code\":[]}}",
          "{\"code\":{},\"message\":[]}",
          "{\"code\":1e999}",
          "{\"code\":99999999999999999999}",
          "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>",
          "<?xml version=\"1.0\"?><Error/>",
          "\u0000\u0001\u0002\uFFFD",
          "[".repeat(2_000),
          "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
          "x".repeat(1_200_000));

  private Garbage() {}

  static String shown(String body) {
    return body.length() > 60 ? body.substring(0, 60) + "…" : body;
  }
}
