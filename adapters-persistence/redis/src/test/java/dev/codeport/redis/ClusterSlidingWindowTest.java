package dev.codeport.redis;

class ClusterSlidingWindowTest extends RedisSlidingWindowTest {
  @Override
  Redis open(String prefix) {
    return Shared.cluster(prefix);
  }
}
