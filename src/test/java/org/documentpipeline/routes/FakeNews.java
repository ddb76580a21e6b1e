package org.documentpipeline.routes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Redis behind camel-spring-redis: what was published, in order. */
final class FakeNews extends StringRedisTemplate {
  private final List<String> channels = Collections.synchronizedList(new ArrayList<>());
  private final List<String> messages = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean away;

  @Override
  public Long convertAndSend(String channel, Object message) {
    if (away) {
      throw new RedisConnectionFailureException("made to fail by the test");
    }
    channels.add(channel);
    messages.add((String) message);
    return 1L;
  }

  List<String> channels() {
    return List.copyOf(channels);
  }

  List<String> messages() {
    return List.copyOf(messages);
  }

  void goAway() {
    away = true;
  }

  void reset() {
    away = false;
    channels.clear();
    messages.clear();
  }

  @Override
  public void afterPropertiesSet() {
    // There is no server to connect to.
  }
}
