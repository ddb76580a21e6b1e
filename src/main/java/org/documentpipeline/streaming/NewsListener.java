package org.documentpipeline.streaming;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Hears the news from Redis on one thread, which keeps their order; news that find no room are dropped, for PostgreSQL has
 * them. Tries once a second to come back when Redis is away.
 */
final class NewsListener extends RedisMessageListenerContainer {

  private static final int NEWS_WAITING = 10_000;

  private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
      new LinkedBlockingQueue<>(NEWS_WAITING), task -> new Thread(task, "news"), new ThreadPoolExecutor.DiscardPolicy());

  NewsListener(RedisConnectionFactory connections) {
    setConnectionFactory(connections);
    setTaskExecutor(thread);
    setRecoveryBackoff(new FixedBackOff(1000, FixedBackOff.UNLIMITED_ATTEMPTS));
  }

  @Override
  public void destroy() throws Exception {
    super.destroy();
    thread.shutdownNow();
  }
}
