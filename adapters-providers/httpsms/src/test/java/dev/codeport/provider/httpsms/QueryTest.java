package dev.codeport.provider.httpsms;

import dev.codeport.domain.verification.Callback;
import java.net.URI;
import java.util.Map;

final class QueryTest extends ByTemplate {
  @Override
  Map<String, String> template() {
    return Map.of(
        "url", far.base() + "/query?key={api_key}&to={to_digits}&text={text}",
        "method", "GET",
        "id-pattern", "\"id\":\"([^\"]+)\"");
  }

  @Override
  Callback call(String address, String fields) {
    return new Callback("GET", URI.create(address + "&" + fields), Map.of(), "");
  }
}
