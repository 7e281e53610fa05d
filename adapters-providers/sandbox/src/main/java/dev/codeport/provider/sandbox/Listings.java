package dev.codeport.provider.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.provider.sandbox.Wares.Land;
import java.util.List;

/** The protocol's lists of what there is at all. */
final class Listings {
  private Listings() {}

  static JsonNode countries() {
    var json = Voice.JSON.objectNode();
    for (var land : Wares.SHIPPED.lands().values()) {
      json.putObject(land.code())
          .put("id", Integer.parseInt(land.code()))
          .put("eng", land.iso())
          .put("visible", 1)
          .put("retry", 1)
          .put("rent", 0)
          .put("multiService", 0);
    }
    return json;
  }

  static JsonNode services() {
    var json = Voice.JSON.objectNode().put("status", "success");
    var list = json.putArray("services");
    for (var service : Wares.SHIPPED.services().values()) {
      list.addObject().put("code", service.code()).put("name", service.name());
    }
    return json;
  }

  static JsonNode operators(List<Land> lands) {
    var json = Voice.JSON.objectNode().put("status", "success");
    var all = json.putObject("countryOperators");
    for (var land : lands) {
      var names = all.putArray(land.code());
      land.operators().forEach(names::add);
    }
    return json;
  }
}
