package dev.codeport.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.application.operator.ReadActs;
import dev.codeport.domain.account.Acts;
import dev.codeport.domain.id.AccountId;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the operator changed, newest first. */
final class AuditEndpoint {
  private static final Set<String> PARAMETERS = Set.of("account", "before", "limit");

  private final ReadActs acts;

  AuditEndpoint(ReadActs acts) {
    this.acts = acts;
  }

  Reply list(Request request) {
    var query = request.query().only(PARAMETERS);
    var before = query.int64("before").orElse(Long.MAX_VALUE);
    var found = acts.acts(account(query), before, Paths.limit(query));
    return Reply.json(200, new ActsView(found.stream().map(ActView::of).toList()));
  }

  private static Optional<AccountId> account(Query query) {
    try {
      return query.int32("account").map(AccountId::new);
    } catch (IllegalArgumentException e) {
      throw BadInput.parameter("account", "is out of bounds");
    }
  }

  record ActsView(List<ActView> acts) {}

  /**
   * @param address from where it was done; absent when unknown
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ActView(
      long number,
      String at,
      String door,
      @Nullable String address,
      String kind,
      @Nullable Integer account,
      String detail) {
    static ActView of(Acts.Numbered numbered) {
      var act = numbered.act();
      var address = act.author().address();
      return new ActView(
          numbered.number(),
          Shown.time(act.at()),
          act.author().door().name().toLowerCase(Locale.ROOT),
          address.isEmpty() ? null : address,
          act.kind().name().toLowerCase(Locale.ROOT),
          act.account().map(AccountId::value).orElse(null),
          Shown.text(act.detail()));
    }
  }
}
