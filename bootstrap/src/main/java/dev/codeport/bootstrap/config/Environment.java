package dev.codeport.bootstrap.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds settings among the variables of the environment: {@code CODEPORT_HTTP_PORT}. */
final class Environment {
  private static final String PREFIX = "CODEPORT_";

  /** The launcher's own, and what Kubernetes says about a service named "codeport". */
  private static final Pattern NOT_OURS =
      Pattern.compile("CODEPORT_(JAVA_OPTS|JARS|SERVICE_.*|PORT(_\\d+_.*)?)");

  private static final Pattern FAMILY = Pattern.compile("(PROVIDER|SENDER)_([A-Z0-9]+)_(.+)");
  private static final Pattern SEAL = Pattern.compile("KEYS_SEAL_(.+)");

  private Environment() {}

  /** By key: the name of the variable that sets it. */
  static Map<String, String> names(Collection<String> variables, Collection<String> keys) {
    var known = new LinkedHashMap<String, String>();
    keys.forEach(key -> known.put(nameOf(key), key));
    var names = new LinkedHashMap<String, String>();
    variables.stream()
        .filter(name -> name.startsWith(PREFIX) && !NOT_OURS.matcher(name).matches())
        .sorted()
        .forEach(name -> names.put(known.getOrDefault(name, guess(name)), name));
    return names;
  }

  static String nameOf(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** A key of one of the open families, or else what the variable seems to mean. */
  private static String guess(String name) {
    var rest = name.substring(PREFIX.length());
    var family = FAMILY.matcher(rest);
    if (family.matches()) {
      return lower(family.group(1))
          + "."
          + lower(family.group(2))
          + "."
          + lower(family.group(3), '-');
    }
    var seal = SEAL.matcher(rest);
    return seal.matches() ? "keys.seal." + lower(seal.group(1)) : lower(rest, '.');
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String lower(String text, char joint) {
    return lower(text).replace('_', joint);
  }
}
