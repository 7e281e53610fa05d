package dev.codeport.redis;

class ClusterStockCacheTest extends RedisStockCacheTest {
  @Override
  Redis open(String prefix) {
    return Shared.cluster(prefix);
  }
}
