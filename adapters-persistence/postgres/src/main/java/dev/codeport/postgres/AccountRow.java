package dev.codeport.postgres;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.account.Ban;
import dev.codeport.domain.id.AccountId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Accounts and keys out of rows. */
final class AccountRow {
  private AccountRow() {}

  static Account account(Row row) throws SQLException {
    return new Account(
        new AccountId(row.intOf("id")),
        row.text("name"),
        row.instant("opened_at"),
        row.isTrue("suspended"),
        row.texts("exemptions").stream()
            .map(Account.Exemption::valueOf)
            .collect(Collectors.toSet()),
        ban(row));
  }

  static ApiKey key(Row row) throws SQLException {
    return new ApiKey(
        row.text("prefix"),
        row.text("hash"),
        new AccountId(row.intOf("account_id")),
        row.text("label"),
        row.instant("issued_at"),
        row.instantIfAny("revoked_at"));
  }

  static ApiKey.Holder holder(Row row) throws SQLException {
    return new ApiKey.Holder(key(row), account(row));
  }

  static List<String> exemptions(Account account) {
    return account.exemptions().stream().map(Enum::name).sorted().toList();
  }

  private static Optional<Ban> ban(Row row) throws SQLException {
    var tier = row.intIfAny("ban_tier");
    return tier.isEmpty()
        ? Optional.empty()
        : Optional.of(new Ban(row.instant("ban_since"), row.instant("ban_until"), tier.get()));
  }
}
