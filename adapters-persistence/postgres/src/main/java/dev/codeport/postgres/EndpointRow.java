package dev.codeport.postgres;

import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.Header;
import dev.codeport.domain.webhook.Health;
import dev.codeport.domain.webhook.Style;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/** An endpoint as a row of its table, there and back. */
final class EndpointRow {
  private final Seals seals;

  EndpointRow(Seals seals) {
    this.seals = seals;
  }

  <S extends SqlStatement<S>> S bind(S statement, Endpoint endpoint) {
    var disabled =
        endpoint.state() instanceof Endpoint.State.Disabled off
            ? Optional.of(off)
            : Optional.<Endpoint.State.Disabled>empty();
    return statement
        .bind("account", endpoint.account().value())
        .bind("id", endpoint.id().value())
        .bind("revision", endpoint.revision())
        .bind("style", endpoint.style().name())
        .bind("url", Texts.storable(endpoint.url()))
        .bind("secret", seals.secret(endpoint.secret()))
        .bind("former_secret", seals.secret(endpoint.former().map(Endpoint.Former::secret)))
        .bind("former_until", endpoint.former().map(Endpoint.Former::until))
        .bind("hears_all", endpoint.types().isEmpty())
        .bindArray("types", String.class, names(endpoint.hears()))
        .bind("headers", headers(endpoint.headers()))
        .bind("description", Texts.storable(endpoint.description()))
        .bind("created_at", endpoint.createdAt())
        .bind("state", word(endpoint.state()))
        .bind("disabled_at", disabled.map(Endpoint.State.Disabled::at))
        .bind("disabled_reason", disabled.map(off -> Texts.storable(off.reason())))
        .bind("failures", endpoint.health().failures())
        .bind("failing_since", endpoint.health().failingSince());
  }

  Endpoint read(Row row) throws SQLException {
    var former = row.textIfAny("former_secret").map(seals::secret);
    var until = row.instantIfAny("former_until");
    return new Endpoint(
        new EndpointId(row.text("id")),
        new AccountId(row.intOf("account_id")),
        row.longOf("revision"),
        row.enumOf("style", Style.class),
        row.text("url"),
        row.textIfAny("secret").map(seals::secret),
        former.map(secret -> new Endpoint.Former(secret, until.orElseThrow())),
        row.isTrue("hears_all") ? Set.of() : types(row.texts("types")),
        row.textIfAny("headers").map(this::headers).orElseGet(List::of),
        row.text("description"),
        row.instant("created_at"),
        state(row),
        new Health(row.intOf("failures"), row.instantIfAny("failing_since")));
  }

  static List<String> names(Collection<Event.Type> types) {
    return types.stream().map(Enum::name).toList();
  }

  private static Set<Event.Type> types(List<String> names) {
    var types = EnumSet.noneOf(Event.Type.class);
    names.forEach(name -> types.add(Event.Type.valueOf(name)));
    return types;
  }

  private static String word(Endpoint.State state) {
    return switch (state) {
      case Endpoint.State.Active active -> "ACTIVE";
      case Endpoint.State.Paused paused -> "PAUSED";
      case Endpoint.State.Disabled disabled -> "DISABLED";
    };
  }

  private static Endpoint.State state(Row row) throws SQLException {
    return switch (row.text("state")) {
      case "ACTIVE" -> new Endpoint.State.Active();
      case "PAUSED" -> new Endpoint.State.Paused();
      default ->
          new Endpoint.State.Disabled(
              row.instant("disabled_at"), row.textIfAny("disabled_reason").orElse(""));
    };
  }

  /** Neither names nor values have line ends in them. */
  private Optional<String> headers(List<Header> headers) {
    return headers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            seals.headers(
                headers.stream()
                    .map(header -> header.name() + ":" + header.value().reveal())
                    .collect(Collectors.joining("\n"))));
  }

  private List<Header> headers(String sealed) {
    return seals.openHeaders(sealed).lines().map(EndpointRow::header).toList();
  }

  private static Header header(String line) {
    var colon = line.indexOf(':');
    return new Header(line.substring(0, colon), Secret.of(line.substring(colon + 1)));
  }
}
