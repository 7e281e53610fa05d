package dev.codeport.bootstrap.wiring;

import dev.codeport.application.Codeport;
import dev.codeport.application.pricing.ReadExchangeRate;
import dev.codeport.bootstrap.config.Settings;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pricing.Markup;
import dev.codeport.domain.pricing.MarkupRule;
import dev.codeport.domain.secret.Secret;
import java.io.IOException;
import java.util.Optional;

/** What an installation needs once, and is not touched where it is there already. */
final class FirstStart {
  private static final String DEMO_KEY = "demo-key";

  private final Settings settings;
  private final Codeport codeport;
  private final DataFolder folder;

  FirstStart(Settings settings, Codeport codeport, DataFolder folder) {
    this.settings = settings;
    this.codeport = codeport;
    this.folder = folder;
  }

  /** A markup for everything; in a sandbox also a rate, and an account to play with. */
  Optional<DemoAccount> prepare() throws IOException {
    markup();
    if (settings.sandbox().isEmpty()) {
      return Optional.empty();
    }
    var sandbox = settings.sandbox().get();
    rate(sandbox);
    return Optional.of(demoAccount(sandbox));
  }

  private void markup() {
    var zero = ledger().zero();
    var global = MarkupRule.global(new Markup(settings.markupPercent(), zero, zero));
    if (codeport.markups().stream().noneMatch(global::sameScope)) {
      codeport.setMarkup(global);
    }
  }

  /** A sandbox that stood still for a while gets its rate anew. */
  private void rate(Settings.Sandbox sandbox) {
    var quote = ledger().currency();
    if (!quote.equals(Currency.USD)
        && !(codeport.exchangeRate(Currency.USD, quote) instanceof ReadExchangeRate.Known)) {
      codeport.setExchangeRate(Currency.USD, quote, sandbox.usdRate());
    }
  }

  private DemoAccount demoAccount(Settings.Sandbox sandbox) throws IOException {
    var kept = outlives() ? folder.kept(DEMO_KEY) : Optional.<Secret>empty();
    var holder = kept.flatMap(codeport::authenticate);
    if (kept.isPresent() && holder.isPresent()) {
      return new DemoAccount(holder.get().account().id(), kept.get());
    }
    var account = codeport.openAccount("demo").id();
    codeport.topUp(
        account, ledger().roundedUp(Money.of(sandbox.balance(), ledger().currency())), "demo");
    return new DemoAccount(account, issueKey(account));
  }

  private Secret issueKey(AccountId account) throws IOException {
    var key = codeport.issueKey(account, "demo").orElseThrow().token();
    if (outlives()) {
      folder.replace(DEMO_KEY, key);
    }
    return key;
  }

  /** Whether there will be the same accounts at the next start. */
  private boolean outlives() {
    return !(settings.database() instanceof Settings.InMemory);
  }

  private Ledger ledger() {
    return settings.codeport().ledger();
  }
}
