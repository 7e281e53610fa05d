package dev.codeport.postgres;

import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.catalog.Tiers;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Remembers every tier it has seen: what a tier is never changes. */
final class PostgresTiers implements Tiers {
  private static final String ALLOT_OPERATORS =
      """
      INSERT INTO operators (code)
      SELECT DISTINCT asked.code
      FROM unnest(:operators) asked (code)
      WHERE asked.code <> '' AND NOT EXISTS (SELECT FROM operators o WHERE o.code = asked.code)
      ORDER BY asked.code
      ON CONFLICT DO NOTHING
      """;

  private static final String ASKED =
      """
      FROM unnest(:providers, :countries, :platforms, :operators)
        asked (provider, country_id, platform_id, operator)
      LEFT JOIN operators p ON p.code = asked.operator
      """;

  private static final String ALLOT_TIERS =
      """
      INSERT INTO tiers (provider, country_id, platform_id, operator_id)
      SELECT DISTINCT asked.provider, asked.country_id, asked.platform_id, COALESCE(p.id, 0)
      """
          + ASKED
          + """
          LEFT JOIN tiers t ON t.provider = asked.provider AND t.country_id = asked.country_id
            AND t.platform_id = asked.platform_id AND t.operator_id = COALESCE(p.id, 0)
          WHERE t.id IS NULL
          ORDER BY 1, 2, 3, 4
          ON CONFLICT DO NOTHING
          """;

  private static final String COLUMNS =
      """
      SELECT t.id AS tier_id, t.provider AS tier_provider, t.country_id AS tier_country_id,
        t.platform_id AS tier_platform_id, t.operator_id AS tier_operator_id,
        p.code AS tier_operator
      """;

  private static final String IDENTIFY =
      COLUMNS
          + ASKED
          + """
          JOIN tiers t ON t.provider = asked.provider AND t.country_id = asked.country_id
            AND t.platform_id = asked.platform_id AND t.operator_id = COALESCE(p.id, 0)
          """;

  private static final String FIND =
      COLUMNS
          + """
          FROM tiers t
          LEFT JOIN operators p ON p.id = t.operator_id
          WHERE t.id = :id
          """;

  private static final Comparator<TierKey> IN_LOCKING_ORDER =
      Comparator.comparing(TierKey::provider)
          .thenComparing(key -> key.country().value())
          .thenComparing(key -> key.platform().value())
          .thenComparing(key -> key.operator().orElse(""));

  private final Database database;
  private final Map<TierKey, Tier> byKey = new ConcurrentHashMap<>();
  private final Map<TierId, Tier> byId = new ConcurrentHashMap<>();

  PostgresTiers(Database database) {
    this.database = database;
  }

  @Override
  public Map<TierKey, Tier> identify(Collection<TierKey> keys) {
    var unseen = keys.stream().filter(key -> !byKey.containsKey(key)).distinct().toList();
    if (!unseen.isEmpty()) {
      allot(unseen.stream().sorted(IN_LOCKING_ORDER).toList()).forEach(this::remember);
    }
    Map<TierKey, Tier> found = new LinkedHashMap<>();
    keys.forEach(key -> found.computeIfAbsent(key, byKey::get));
    return found;
  }

  @Override
  public Optional<Tier> find(TierId id) {
    return Optional.ofNullable(byId.get(id)).or(() -> read(id));
  }

  private Optional<Tier> read(TierId id) {
    var tier =
        database.with(
            handle ->
                handle
                    .createQuery(FIND)
                    .bind("id", id.value())
                    .map((row, context) -> TierRow.read(new Row(row)))
                    .findOne());
    tier.ifPresent(this::remember);
    return tier;
  }

  private List<Tier> allot(List<TierKey> keys) {
    return database.with(
        handle -> {
          var operators = texts(keys, key -> key.operator().orElse(""));
          handle
              .createUpdate(ALLOT_OPERATORS)
              .bindArray("operators", String.class, operators)
              .execute();
          bind(handle.createUpdate(ALLOT_TIERS), keys).execute();
          return identify(handle, keys);
        });
  }

  private static List<Tier> identify(Handle handle, List<TierKey> keys) {
    return bind(handle.createQuery(IDENTIFY), keys)
        .map((row, context) -> TierRow.read(new Row(row)))
        .list();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, List<TierKey> keys) {
    return statement
        .bindArray("providers", String.class, texts(keys, key -> key.provider().value()))
        .bindArray(
            "countries", Integer.class, keys.stream().map(key -> key.country().value()).toList())
        .bindArray(
            "platforms", Integer.class, keys.stream().map(key -> key.platform().value()).toList())
        .bindArray("operators", String.class, texts(keys, key -> key.operator().orElse("")));
  }

  private static List<String> texts(List<TierKey> keys, Function<TierKey, String> of) {
    return keys.stream().map(of).toList();
  }

  private void remember(Tier tier) {
    byKey.put(tier.key(), tier);
    byId.put(tier.id(), tier);
  }
}
