package dev.codeport.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.SlotHash;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Three masters on loopback that share the slots, until the process ends. */
final class Cluster {
  private final List<Server> masters;

  private Cluster(List<Server> masters) {
    this.masters = masters;
  }

  static Cluster start(String... more) {
    var options = new ArrayList<>(List.of("--cluster-enabled", "yes"));
    options.addAll(List.of("--cluster-node-timeout", "2000"));
    options.addAll(List.of(more));
    var masters =
        IntStream.range(0, 3).mapToObj(i -> Server.start(options.toArray(String[]::new))).toList();
    var cluster = new Cluster(masters);
    cluster.join();
    return cluster;
  }

  String url() {
    return masters.stream().map(Server::url).collect(Collectors.joining(","));
  }

  Server master(int number) {
    return masters.get(number);
  }

  /** Returns when every master knows that all of them serve. */
  void settle() {
    try (var client = RedisClient.create()) {
      var open = connections(client);
      Eventually.holds("the cluster serves", () -> open.stream().allMatch(Cluster::serves));
    }
  }

  private List<StatefulRedisConnection<String, String>> connections(RedisClient client) {
    return masters.stream().map(each -> client.connect(RedisURI.create(each.url()))).toList();
  }

  private void join() {
    try (var client = RedisClient.create()) {
      var open = connections(client);
      for (int i = 0; i < open.size(); i++) {
        open.get(i).sync().clusterAddSlots(slots(i, open.size()));
        open.get(i).sync().clusterMeet("127.0.0.1", masters.getFirst().port());
      }
    }
    settle();
  }

  private static boolean serves(StatefulRedisConnection<String, String> node) {
    var about = node.sync().clusterInfo();
    return about.contains("cluster_state:ok")
        && about.contains("cluster_known_nodes:3")
        && about.contains("cluster_slots_ok:" + SlotHash.SLOT_COUNT);
  }

  private static int[] slots(int number, int of) {
    return IntStream.range(0, SlotHash.SLOT_COUNT)
        .filter(slot -> slot * of / SlotHash.SLOT_COUNT == number)
        .toArray();
  }
}
