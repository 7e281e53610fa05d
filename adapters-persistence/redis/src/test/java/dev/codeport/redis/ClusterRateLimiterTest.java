package dev.codeport.redis;

class ClusterRateLimiterTest extends RedisRateLimiterTest {
  @Override
  Redis open(String prefix) {
    return Shared.cluster(prefix);
  }
}
