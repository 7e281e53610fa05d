package dev.codeport.provider.kit;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.NumberProvider;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Opens vendors of one dialect. A dialect module names its factory in {@code
 * META-INF/services/dev.codeport.provider.kit.ProviderFactory}; nothing else has to know it.
 */
public interface ProviderFactory {
  /** The dialect's name, as settings write it. */
  String dialect();

  /**
   * A vendor by its settings. Calls nobody.
   *
   * @throws IllegalArgumentException when a setting is missing, unknown or wrong, naming it
   */
  NumberProvider open(ProviderId id, Section section, Surroundings around);

  /**
   * The factory of a dialect on the class path.
   *
   * @throws IllegalArgumentException when there is none, naming the nearest or those there are
   */
  static ProviderFactory named(String dialect) {
    var known = new TreeMap<String, ProviderFactory>();
    ServiceLoader.load(ProviderFactory.class).forEach(each -> known.put(each.dialect(), each));
    var factory = known.get(dialect);
    if (factory == null) {
      var nearest = Nearness.closest(dialect, known.keySet());
      throw new IllegalArgumentException(
          "no provider dialect \""
              + dialect
              + "\"; "
              + nearest
                  .map(name -> "did you mean " + name + "?")
                  .orElse("there are " + known.keySet()));
    }
    return factory;
  }
}
