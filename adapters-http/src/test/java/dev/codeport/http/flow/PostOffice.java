package dev.codeport.http.flow;

import dev.codeport.application.Codeport;
import dev.codeport.application.CodeportBuilder;
import dev.codeport.application.verification.VerificationSettings;
import dev.codeport.domain.fraud.FraudRules;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.NumberKind;
import dev.codeport.domain.phone.NumberPlan;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.phone.Region;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.CallbackResult;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Receipt;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SenderProfile;
import dev.codeport.domain.verification.TextGateway;
import dev.codeport.domain.verification.TextMessage;
import dev.codeport.domain.verification.VerificationRules;
import dev.codeport.domain.verification.Wording;
import dev.codeport.http.Api;
import dev.codeport.http.CodeportServer;
import dev.codeport.http.CodeportServerBuilder;
import dev.codeport.http.HttpSettings;
import dev.codeport.memory.MemoryRateLimiter;
import dev.codeport.memory.MemorySlidingWindow;
import dev.codeport.memory.MemoryStockCache;
import dev.codeport.memory.MemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * A service that sends codes to British mobiles by a gateway that keeps them; time stands still.
 */
final class PostOffice implements AutoCloseable, InstantSource, TextGateway {
  static final String PHONE = "+447700900123";
  static final String ADMIN = "the-admin-key-of-the-office";
  private static final Pattern CODE = Pattern.compile("\\b\\d{4,10}\\b");
  private static final SenderId NAME = new SenderId("paper");

  final List<TextMessage> sent = new CopyOnWriteArrayList<>();
  volatile Optional<SendResult> next = Optional.empty();
  private volatile Instant now = Instant.parse("2031-01-02T12:00:00Z");
  private final Codeport codeport;
  private final CodeportServer server;
  final Api admin;
  final String key;
  final int account;

  PostOffice() {
    codeport =
        CodeportBuilder.over(new MemoryStorage(Ledger.rupiah()))
            .stockCache(new MemoryStockCache())
            .rateLimiter(new MemoryRateLimiter(this))
            .slidingWindow(new MemorySlidingWindow(this))
            .numberPlan(new BritishPlan())
            .senders(List.of(this))
            .verification(
                new VerificationSettings(
                    VerificationRules.STANDARD,
                    FraudRules.standard(Set.of(new Region("GB"))),
                    Wording.of("Acme", Optional.empty()),
                    Map.of(),
                    Map.of(NAME, Money.of("0.0075", Currency.USD))))
            .keyring(
                new Keyring(
                    Secret.of("h".repeat(32)),
                    Map.of("k1", Secret.of("s".repeat(32))),
                    new Random(2)))
            .clock(this)
            .random(new Random(3))
            .build();
    server =
        new CodeportServerBuilder(
                codeport,
                HttpSettings.standard().onPort(0).withAdminKey(Secret.of(ADMIN)),
                new MemoryRateLimiter(this),
                this,
                new Random(5))
            .start();
    admin = Api.at(server.url()).key(ADMIN);
    account =
        admin
            .send("POST", "/api/admin/accounts", "{\"name\":\"Acme\"}")
            .json()
            .get("id")
            .intValue();
    key =
        admin
            .send("POST", "/api/admin/accounts/" + account + "/keys", "{}")
            .json()
            .get("token")
            .textValue();
  }

  int port() {
    return server.port();
  }

  Api customer() {
    return Api.at(server.url()).key(key);
  }

  void wait(Duration by) {
    now = now.plus(by);
  }

  /** The code in the newest message. */
  String code() {
    var found = CODE.matcher(sent.getLast().text());
    if (!found.find()) {
      throw new IllegalStateException("no code was sent");
    }
    return found.group();
  }

  /** A code of the same length that is not the one that was sent. */
  String wrong() {
    var first = code().charAt(0);
    return (first == '9' ? '0' : (char) (first + 1)) + code().substring(1);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public SenderProfile profile() {
    return new SenderProfile(
        NAME, "paper", Set.of(Channel.SMS), Set.of(), SenderProfile.ANY_LENGTH, false);
  }

  @Override
  public ProviderHealth health() {
    return ProviderHealth.fine(now);
  }

  @Override
  public SendResult deliver(TextMessage message) {
    if (next.isPresent()) {
      return next.get();
    }
    sent.add(message);
    return new SendResult.Accepted(new Handle(message.reference()), Optional.empty());
  }

  /** Signed by a word that only it knows. */
  @Override
  public CallbackResult read(Callback callback) {
    return callback.header("x-word").filter("open sesame"::equals).isEmpty()
        ? new CallbackResult.Forged()
        : new CallbackResult.Genuine(
            List.of(
                new Receipt(NAME, new Handle(callback.body()), Receipt.Status.DELIVERED, now, "")));
  }

  @Override
  public void close() {
    server.close();
    codeport.workers().close();
  }

  /** Knows what begins with +44: mobiles from 7 on, landlines else. */
  private static final class BritishPlan implements NumberPlan {
    private static final Pattern BRITISH = Pattern.compile("\\+44\\d{10}");

    @Override
    public Optional<PhoneNumber> parse(String written) {
      var digits = written.replace(" ", "");
      return BRITISH.matcher(digits).matches()
          ? Optional.of(new PhoneNumber(digits))
          : Optional.empty();
    }

    @Override
    public Optional<PhoneNumber> parse(String written, Region home) {
      return parse(written);
    }

    @Override
    public Described describe(PhoneNumber number) {
      return new Described(
          Optional.of(new Region("GB")),
          number.e164().startsWith("+447") ? NumberKind.MOBILE : NumberKind.FIXED_LINE);
    }
  }
}
