package dev.codeport.http.api.webhook;

import dev.codeport.application.webhook.ManageEndpoints;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.webhook.Style;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How an endpoint is to be, as it was sent. */
record EndpointRequest(
    Optional<String> url,
    Optional<Set<Event.Type>> types,
    Optional<Map<String, String>> headers,
    Optional<String> description) {
  private static final Set<String> FIELDS = Set.of("url", "types", "headers", "description");
  private static final int LONGEST_HEADER = 1024;

  static EndpointRequest read(byte[] body) {
    var fields = Fields.closed(body, FIELDS);
    return new EndpointRequest(
        fields.optionalText("url", ManageEndpoints.LONGEST_URL),
        fields.has("types") ? Optional.of(types(fields)) : Optional.empty(),
        fields.has("headers")
            ? Optional.of(fields.textMap("headers", LONGEST_HEADER))
            : Optional.empty(),
        fields.optionalText("description", ManageEndpoints.LONGEST_DESCRIPTION));
  }

  ManageEndpoints.Description description(String address) {
    return new ManageEndpoints.Description(
        address, types.orElse(Set.of()), headers.orElse(Map.of()), description.orElse(""));
  }

  ManageEndpoints.Changes changes() {
    return new ManageEndpoints.Changes(url, types, headers, description);
  }

  private static Set<Event.Type> types(Fields fields) {
    var types = EnumSet.noneOf(Event.Type.class);
    for (var name : fields.texts("types", 64)) {
      types.add(
          Event.Type.named(name)
              .filter(Style.STANDARD.types()::contains)
              .orElseThrow(() -> new BadInput("types", "must be names of events, not " + name)));
    }
    return types;
  }
}
