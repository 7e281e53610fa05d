package dev.codeport.http.api;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Currency;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.Optional;
import java.util.function.Function;

/** What the paths and queries of this API name. */
final class Paths {
  private static final int MOST_ROWS = 1000;

  private Paths() {}

  /** Answers for the account of the path, or that there is none with such an id. */
  static Reply ofAccount(Request request, Function<AccountId, Reply> answer) {
    return account(request).map(answer).orElseGet(Paths::noAccount);
  }

  static Reply noAccount() {
    return Problem.NOT_FOUND.reply("There is no such account.");
  }

  /** Who forgot that a plus sign in a query is a blank is understood nevertheless. */
  static String plus(String text) {
    return text.startsWith(" ") ? "+" + text.strip() : text;
  }

  static Optional<Currency> currency(Request request, String name) {
    var code = request.path(name);
    return code.matches("[A-Z]{3}") ? Optional.of(new Currency(code)) : Optional.empty();
  }

  /** How many rows are asked for: 100 unless said, 1 to 1000. */
  static int limit(Query query) {
    return (int) Math.clamp(query.int64("limit").orElse(100L), 1L, MOST_ROWS);
  }

  private static Optional<AccountId> account(Request request) {
    var id = request.path("id");
    return id.matches("[1-9]\\d{0,9}") && Long.parseLong(id) <= Integer.MAX_VALUE
        ? Optional.of(new AccountId(Integer.parseInt(id)))
        : Optional.empty();
  }
}
