package dev.codeport.redis;

class ClusterDoorbellTest extends RedisDoorbellTest {
  @Override
  Redis open(String prefix) {
    return Shared.cluster(prefix);
  }
}
