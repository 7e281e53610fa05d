package dev.codeport.provider.httpsms;

import java.util.Map;

final class XmlTest extends ByTemplate {
  @Override
  Map<String, String> template() {
    return Map.of(
        "url", far.base() + "/xml",
        "body-type", "xml",
        "body", "<sms key=\"{api_key}\" to='{to_digits}' text=\"{text}\"><text>{text}</text></sms>",
        "id-pattern", "<id>([^<]+)</id>");
  }
}
