package dev.codeport.provider.httpsms;

import java.util.Map;

final class QueryTest extends ByTemplate {
  @Override
  Map<String, String> template() {
    return Map.of(
        "url", far.base() + "/query?key={api_key}&to={to_digits}&text={text}",
        "method", "GET",
        "id-pattern", "\"id\":\"([^\"]+)\"");
  }
}
