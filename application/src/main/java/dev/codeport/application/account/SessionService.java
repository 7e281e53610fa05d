package dev.codeport.application.account;

import dev.codeport.domain.account.Session;
import dev.codeport.domain.account.Sessions;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class SessionService implements KeepSessions {
  private static final int ID_BYTES = 32;
  private static final int ID_LETTERS = 2 * ID_BYTES;
  private static final int LONGEST_TOKEN = 200;

  private final Sessions sessions;
  private final AccountDirectory directory;
  private final Keyring keyring;
  private final InstantSource clock;
  private final RandomGenerator random;

  SessionService(
      Sessions sessions,
      AccountDirectory directory,
      Keyring keyring,
      InstantSource clock,
      RandomGenerator random) {
    this.sessions = sessions;
    this.directory = directory;
    this.keyring = keyring;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Optional<Secret> openSession(Secret apiKey) {
    if (apiKey.reveal().length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    var hash = keyring.hash(AccountService.KEYS, apiKey.reveal());
    return customer(hash).map(known -> open(Session.Part.CUSTOMER, hash));
  }

  @Override
  public Secret openOperatorSession(Secret adminKey) {
    return open(Session.Part.OPERATOR, ofOperator(adminKey));
  }

  @Override
  public Optional<Visitor> visitor(Secret session, Terms terms) {
    if (session.reveal().length() != ID_LETTERS) {
      return Optional.empty();
    }
    var now = clock.instant();
    var held = sessions.find(hash(session)).filter(found -> found.holdsAt(now, terms.idle()));
    var visitor = held.flatMap(found -> visitor(found, terms));
    visitor.ifPresent(known -> use(held.orElseThrow(), now));
    return visitor;
  }

  @Override
  public boolean endSession(Secret session) {
    return sessions.end(hash(session));
  }

  private Optional<Visitor> visitor(Session session, Terms terms) {
    return switch (session.part()) {
      case CUSTOMER -> customer(session.keyHash());
      case OPERATOR ->
          terms
              .adminKey()
              .filter(key -> ofOperator(key).equals(session.keyHash()))
              .map(key -> new Operator());
    };
  }

  private Optional<Visitor> customer(String keyHash) {
    return directory
        .holder(keyHash)
        .filter(holder -> !holder.account().suspended())
        .map(Customer::new);
  }

  private void use(Session session, Instant now) {
    if (session.isStaleAt(now)) {
      sessions.seen(session.hash(), now);
    }
  }

  private Secret open(Session.Part part, String keyHash) {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    var id = Secret.of(HexFormat.of().formatHex(bytes));
    sessions.open(Session.opened(hash(id), part, keyHash, clock.instant()));
    return id;
  }

  private String hash(Secret session) {
    return keyring.hash("session", session.reveal());
  }

  private String ofOperator(Secret adminKey) {
    return keyring.hash("admin-key", adminKey.reveal());
  }
}
