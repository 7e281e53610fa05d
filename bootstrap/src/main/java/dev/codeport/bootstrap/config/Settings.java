package dev.codeport.bootstrap.config;

import dev.codeport.application.CodeportSettings;
import dev.codeport.application.verification.VerificationSettings;
import dev.codeport.domain.secret.Secret;
import dev.codeport.http.HttpSettings;
import dev.codeport.redis.RedisSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the operator decided, understood.
 *
 * @param node this node's name; none for one that fits the machine and process
 * @param handlerApi whether {@code /stubs/handler_api.php} is served
 * @param redis none: nodes share nothing but the database
 * @param keys none: made by the installation itself
 * @param markupPercent what is added to costs where an admin set nothing else
 * @param senders who bring codes to phones, in the order in which they are asked
 * @param verification how codes are sent, and to whom
 * @param privateWebhooks whether webhooks may go to loopback and by plain http
 * @param sandbox none when no sandbox vendors run
 */
public record Settings(
    Path dataFolder,
    Optional<String> node,
    HttpSettings http,
    boolean handlerApi,
    Database database,
    Optional<Redis> redis,
    Optional<Keys> keys,
    CodeportSettings codeport,
    BigDecimal markupPercent,
    List<Vendor> providers,
    List<Vendor> senders,
    VerificationSettings verification,
    boolean privateWebhooks,
    Optional<Sandbox> sandbox,
    Logs logs) {

  /**
   * @param home against which a relative data folder counts
   * @throws BadSettings when one is wrong, naming it
   */
  public static Settings of(Config config, Path home) {
    try {
      return new SettingsReader(config, home).read();
    } catch (BadSettings e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new BadSettings(String.valueOf(e.getMessage()));
    }
  }

  /** Where the truth is kept. */
  public sealed interface Database {
    /** The same over so many connections. */
    Database withPool(int connections);
  }

  /** Nowhere: gone with the process. */
  public record InMemory() implements Database {
    @Override
    public Database withPool(int connections) {
      return this;
    }
  }

  /**
   * @param binaries where its programs are unpacked
   * @param port 0 for any that is free
   * @param pool connections
   */
  public record Embedded(Path binaries, int port, int pool) implements Database {
    @Override
    public Database withPool(int connections) {
      return new Embedded(binaries, port, connections);
    }
  }

  public record External(String url, String user, Secret password, int pool) implements Database {
    @Override
    public Database withPool(int connections) {
      return new External(url, user, password, connections);
    }
  }

  /**
   * @param localShare of each limit that a node grants by itself when Redis is gone, per cent
   */
  public record Redis(RedisSettings connection, int localShare) {}

  /**
   * @param seals by id, the current one first
   */
  public record Keys(Secret hash, Map<String, Secret> seals) {}

  /**
   * @param values what the dialect reads
   */
  public record Vendor(String name, String dialect, Map<String, String> values) {}

  /**
   * @param silent platforms whose SMS do not come by themselves
   * @param usdRate the ledger's currency to the dollar, to begin with
   * @param balance what the demo account gets, in the ledger's currency
   */
  public record Sandbox(
      Set<String> silent, boolean instant, BigDecimal usdRate, BigDecimal balance) {
    public Sandbox {
      silent = Set.copyOf(silent);
    }
  }

  public record Logs(boolean json, String level) {}
}
