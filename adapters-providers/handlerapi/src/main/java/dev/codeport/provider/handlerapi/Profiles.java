package dev.codeport.provider.handlerapi;

import com.google.common.io.Resources;
import dev.codeport.provider.kit.Section;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The vendors we know, one resource each in the folder {@code vendors}: only what a vendor does
 * otherwise than SMS-Activate did.
 */
final class Profiles {
  static final String VANILLA = "vanilla";

  static final List<String> NAMES =
      List.of(
          VANILLA, "herosms", "tiger", "smshub", "grizzly", "smsbower", "vak", "smsman", "365sms");

  private Profiles() {}

  /**
   * The section with what is known of its vendor below it.
   *
   * @throws IllegalArgumentException when it names none that we know, saying which there are
   */
  static Section below(Section section) {
    var name = section.value("vendor", VANILLA, Profiles::known, "one of " + NAMES);
    return section.over(values(name));
  }

  /** A vendor's ways, with those of SMS-Activate where it has none of its own. */
  static Map<String, String> values(String name) {
    var values = new LinkedHashMap<>(read(VANILLA));
    values.putAll(read(known(name)));
    return values;
  }

  static String known(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no such vendor, there are " + NAMES);
    }
    return name;
  }

  private static Map<String, String> read(String name) {
    var properties = new Properties();
    try {
      var url = Resources.getResource(Profiles.class, "vendors/" + name + ".properties");
      properties.load(new StringReader(Resources.toString(url, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    var values = new LinkedHashMap<String, String>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    return values;
  }
}
