package dev.codeport.bootstrap.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.codeport.provider.kit.Nearness;
import dev.codeport.provider.kit.Section;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The effective settings: every key of the manual, and those of the open families that are set. */
public final class Config {
  private static final Pattern OPEN =
      Pattern.compile(
          "(provider|sender)\\.[a-z0-9][a-z0-9_-]*\\.[a-z0-9.-]+|keys\\.seal\\.[A-Za-z0-9]+");

  private final Map<String, Setting> settings;

  private Config(Map<String, Setting> settings) {
    this.settings = settings;
  }

  /**
   * @param file a file of settings, if one was named
   * @param environment all variables; those that begin with CODEPORT_ count
   * @param flags what {@code --set key=value} said
   * @throws BadSettings when a key is not one
   */
  public static Config of(
      Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
    var config = new Config(defaults());
    var unknown = new ArrayList<String>();
    file.ifPresent(
        path ->
            PropertiesFile.read(path)
                .forEach((key, value) -> config.put(key, value, path.toString(), unknown)));
    Environment.names(environment.keySet(), config.settings.keySet())
        .forEach((key, name) -> config.put(key, environment.getOrDefault(name, ""), name, unknown));
    flags.forEach((key, value) -> config.put(key, value, "--set", unknown));
    if (!unknown.isEmpty()) {
      throw new BadSettings(unknown);
    }
    return config;
  }

  public String text(String key) {
    var setting = settings.get(key);
    if (setting == null) {
      throw new IllegalStateException(key + " is not in the manual");
    }
    return setting.value();
  }

  /** In the manual's order, the open families after it. */
  public Collection<Setting> all() {
    return settings.values();
  }

  /** The settings whose keys begin with {@code name} and a dot, to be read by type. */
  public Section section(String name) {
    return new Section(name, under(name));
  }

  /** The names that stand between {@code family} and a further dot. */
  public List<String> names(String family) {
    var names = new TreeSet<String>();
    under(family).keySet().stream()
        .filter(key -> key.contains("."))
        .forEach(key -> names.add(key.substring(0, key.indexOf('.'))));
    return List.copyOf(names);
  }

  /** The values under {@code name}, by the rest of their keys. */
  public Map<String, String> under(String name) {
    var values = new TreeMap<String, String>();
    settings.forEach(
        (key, setting) -> {
          if (key.startsWith(name + ".")) {
            values.put(key.substring(name.length() + 1), setting.value());
          }
        });
    return values;
  }

  /** The same with one value changed by the program itself. */
  public Config with(String key, String value, String origin) {
    var changed = new LinkedHashMap<>(settings);
    changed.put(key, new Setting(key, value, origin));
    return new Config(changed);
  }

  private void put(String key, String value, String origin, List<String> unknown) {
    if (!settings.containsKey(key) && !OPEN.matcher(key).matches()) {
      unknown.add(
          key
              + " ("
              + origin
              + ") is not a setting"
              + Nearness.closest(key, settings.keySet())
                  .map(near -> "; did you mean " + near + "?")
                  .orElse("; check-config lists them all"));
      return;
    }
    settings.put(key, new Setting(key, value.strip(), origin));
  }

  private static Map<String, Setting> defaults() {
    var settings = new LinkedHashMap<String, Setting>();
    try (var manual = Config.class.getResourceAsStream("/defaults.properties")) {
      if (manual == null) {
        throw new IllegalStateException("defaults.properties is not on the class path");
      }
      PropertiesFile.read(new InputStreamReader(manual, UTF_8), "defaults.properties")
          .forEach((key, value) -> settings.put(key, new Setting(key, value, "default")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings;
  }
}
