package dev.codeport.postgres;

/**
 * How the storage uses its data source.
 *
 * @param connections how many it may use at once, 1 to 1000: the size of the pool. Callers beyond
 *     that wait in the order in which they came
 */
public record PostgresSettings(int connections) {
  public static final PostgresSettings STANDARD = new PostgresSettings(10);

  public PostgresSettings {
    if (connections < 1 || connections > 1000) {
      throw new IllegalArgumentException("connections are 1 to 1000");
    }
  }
}
