package dev.codeport.redis;

import dev.codeport.domain.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where Redis is, and how long it may take.
 *
 * @param nodes one: a server. Several: nodes of a cluster, from which the others are learnt
 * @param database 0 to 15; a cluster has only 0
 * @param prefix stands before every key and channel, so that several may share a server
 * @param timeout how long one command may take before its caller goes on without: 1 ms to 5 s
 */
public record RedisSettings(
    List<Address> nodes,
    boolean tls,
    int database,
    Optional<String> user,
    Optional<Secret> password,
    String prefix,
    Duration timeout) {
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
  private static final int PORT = 6379;

  public record Address(String host, int port) {}

  public RedisSettings {
    nodes = List.copyOf(nodes);
    require(!nodes.isEmpty(), "redis.url names no server");
    require(database >= 0 && database <= 15, "redis.url: the database is 0 to 15");
    require(nodes.size() == 1 || database == 0, "redis.url: a cluster has no databases but 0");
    require(user.isEmpty() || password.isPresent(), "redis.password is missing for the user named");
    require(
        PREFIX.matcher(prefix).matches(),
        "redis.prefix is of letters, digits, dots, dashes, underscores, 1 to 63");
    require(
        timeout.compareTo(Duration.ofMillis(1)) >= 0 && timeout.compareTo(LONGEST) <= 0,
        "redis.timeout is 1ms to 5s");
  }

  /**
   * @param urls {@code redis://[user:password@]host[:port][/database]}, or {@code rediss://} for
   *     TLS; with commas between for a cluster
   * @throws IllegalArgumentException saying what is wrong, without the password
   */
  public static RedisSettings at(String urls) {
    var read = new ArrayList<Url>();
    for (var url : urls.split(",", -1)) {
      read.add(Url.of(url.strip()));
    }
    var first = read.getFirst();
    require(
        read.stream().allMatch(first::agrees),
        "redis.url: the nodes of a cluster share scheme, user and password");
    return new RedisSettings(
        read.stream().map(Url::address).toList(),
        first.tls(),
        first.database(),
        first.user(),
        first.password(),
        "codeport",
        Duration.ofMillis(100));
  }

  public RedisSettings withPassword(Secret secret) {
    return new RedisSettings(nodes, tls, database, user, Optional.of(secret), prefix, timeout);
  }

  public RedisSettings withPrefix(String other) {
    return new RedisSettings(nodes, tls, database, user, password, other, timeout);
  }

  public RedisSettings withTimeout(Duration other) {
    return new RedisSettings(nodes, tls, database, user, password, prefix, other);
  }

  boolean isCluster() {
    return nodes.size() > 1;
  }

  private static void require(boolean fine, String otherwise) {
    if (!fine) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private record Url(
      Address address,
      boolean tls,
      int database,
      Optional<String> user,
      Optional<Secret> password) {

    static Url of(String text) {
      URI uri;
      try {
        uri = URI.create(text);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("redis.url is not an address");
      }
      var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
      require(
          scheme.equals("redis") || scheme.equals("rediss"),
          "redis.url must begin with redis:// or rediss://");
      var host = Optional.ofNullable(uri.getHost()).orElse("");
      require(!host.isEmpty(), "redis.url names no host");
      require(
          uri.getQuery() == null && uri.getFragment() == null,
          "redis.url: what stands behind ? or # is not understood");
      var login = Optional.ofNullable(uri.getUserInfo()).orElse(":");
      require(login.contains(":"), "redis.url: a login is written user:password@ or :password@");
      return new Url(
          new Address(host.replaceAll("[\\[\\]]", ""), uri.getPort() < 0 ? PORT : uri.getPort()),
          scheme.equals("rediss"),
          database(uri.getPath()),
          some(login.substring(0, login.indexOf(':'))),
          some(login.substring(login.indexOf(':') + 1)).map(Secret::of));
    }

    boolean agrees(Url other) {
      return tls == other.tls
          && database == other.database
          && user.equals(other.user)
          && password.equals(other.password);
    }

    private static Optional<String> some(String text) {
      return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private static int database(String path) {
      if (path.isEmpty() || path.equals("/")) {
        return 0;
      }
      require(path.matches("/\\d{1,2}"), "redis.url: behind the port stands /0 to /15 or nothing");
      return Integer.parseInt(path.substring(1));
    }
  }
}
