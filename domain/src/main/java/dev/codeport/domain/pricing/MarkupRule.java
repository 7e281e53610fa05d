package dev.codeport.domain.pricing;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.id.AccountId;
import java.util.Optional;

/** A markup and what it applies to; an absent part means all. */
public record MarkupRule(
    Optional<AccountId> account,
    Optional<CountryId> country,
    Optional<PlatformId> platform,
    Markup markup) {

  public static MarkupRule global(Markup markup) {
    return new MarkupRule(Optional.empty(), Optional.empty(), Optional.empty(), markup);
  }

  public boolean appliesTo(AccountId who, CountryId where, PlatformId what) {
    return account.filter(a -> !a.equals(who)).isEmpty()
        && country.filter(c -> !c.equals(where)).isEmpty()
        && platform.filter(p -> !p.equals(what)).isEmpty();
  }

  /** A rule for one account beats one for a platform, which beats one for a country. */
  public int weight() {
    return (account.isPresent() ? 4 : 0)
        + (platform.isPresent() ? 2 : 0)
        + (country.isPresent() ? 1 : 0);
  }

  public Scope scope() {
    return new Scope(account, country, platform);
  }

  /** Whether both apply to the very same. */
  public boolean sameScope(MarkupRule other) {
    return scope().equals(other.scope());
  }

  /** What a rule applies to; an absent part means all. */
  public record Scope(
      Optional<AccountId> account, Optional<CountryId> country, Optional<PlatformId> platform) {}
}
