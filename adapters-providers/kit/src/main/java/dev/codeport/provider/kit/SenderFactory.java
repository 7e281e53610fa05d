package dev.codeport.provider.kit;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.verification.Sender;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Opens senders of one dialect. A dialect module names its factory in {@code
 * META-INF/services/dev.codeport.provider.kit.SenderFactory}; nothing else has to know it.
 */
public interface SenderFactory {
  /** The dialect's name, as settings write it. */
  String dialect();

  /**
   * A sender by its settings. Calls nobody.
   *
   * @throws IllegalArgumentException when a setting is missing, unknown or wrong, naming it
   */
  Sender open(SenderId id, Section section, Surroundings around);

  /**
   * The factory of a dialect on the class path.
   *
   * @throws IllegalArgumentException when there is none, naming the nearest or those there are
   */
  static SenderFactory named(String dialect) {
    var known = new TreeMap<String, SenderFactory>();
    ServiceLoader.load(SenderFactory.class).forEach(each -> known.put(each.dialect(), each));
    var factory = known.get(dialect);
    if (factory == null) {
      var nearest = Nearness.closest(dialect, known.keySet());
      throw new IllegalArgumentException(
          "no sender dialect \""
              + dialect
              + "\"; "
              + nearest
                  .map(name -> "did you mean " + name + "?")
                  .orElse("there are " + known.keySet()));
    }
    return factory;
  }
}
