package dev.codeport.provider.httpsms;

import java.util.Map;

final class FormTest extends ByTemplate {
  @Override
  Map<String, String> template() {
    return Map.of(
        "url", far.base() + "/form",
        "body-type", "form",
        "body", "key={api_key}&to={to_digits}&text={text}&validity={life}",
        "id-pointer", "/messages/0/id");
  }
}
