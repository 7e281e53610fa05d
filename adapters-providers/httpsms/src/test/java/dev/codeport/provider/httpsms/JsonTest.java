package dev.codeport.provider.httpsms;

import java.util.Map;

final class JsonTest extends ByTemplate {
  @Override
  Map<String, String> template() {
    return Map.of(
        "url", far.base() + "/json",
        "header-X-Key", "{api_key}",
        "body", "{\"to\":\"{to_digits}\",\"sms\":{\"text\":\"{text}\",\"ref\":\"{reference}\"}}",
        "id-pointer", "/messages/0/id");
  }
}
