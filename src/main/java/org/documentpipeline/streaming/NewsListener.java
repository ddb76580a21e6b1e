package org.documentpipeline.streaming;

import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.SubscriptionListener;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.data.redis.listener.Topic;

/**
 * Hears the news from Redis on one thread, which keeps their order; news that find no room are
 * dropped, for PostgreSQL has them. Spring's container fails its caller when Redis is away at the
 * start; this one tries again once a second, on a thread of its own, and so holds up nobody. Later
 * interruptions are mended by the Redis client.
 */
final class NewsListener extends RedisMessageListenerContainer {

  private static final Logger LOG = LoggerFactory.getLogger(NewsListener.class);
  private static final int NEWS_WAITING = 10_000;
  private static final int SECONDS_TO_WAIT_AT_START = 2;

  private final ThreadPoolExecutor news =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(NEWS_WAITING),
          task -> daemon(task, "news"),
          new ThreadPoolExecutor.DiscardPolicy());
  private final ScheduledExecutorService connecting =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "news-connection"));
  private final CountDownLatch firstSubscription = new CountDownLatch(1);
  private final Runnable onSubscribed;
  private boolean away;

  /**
   * Without a connection yet.
   *
   * @param onSubscribed called each time a subscription begins: news published before, since the
   *     last one, are lost
   */
  NewsListener(RedisConnectionFactory connections, Runnable onSubscribed) {
    this.onSubscribed = onSubscribed;
    setConnectionFactory(connections);
    setTaskExecutor(news);
  }

  /** Not with the application, but with the first listener. */
  @Override
  public boolean isAutoStartup() {
    return false;
  }

  @Override
  public void addMessageListener(MessageListener listener, Collection<? extends Topic> topics) {
    connecting.execute(
        () -> {
          try {
            super.addMessageListener(new Ear(listener, this::subscribed), topics);
          } catch (RuntimeException e) {
            LOG.debug("The listener is noted, but Redis does not answer", e);
            super.stop();
          }
          connect();
        });
    awaitFirstSubscription();
  }

  /**
   * A service that has just started has nothing to say about missed news, so it waits a little
   * before it is ready.
   */
  private void awaitFirstSubscription() {
    try {
      if (!firstSubscription.await(SECONDS_TO_WAIT_AT_START, TimeUnit.SECONDS)) {
        LOG.debug("Goes on without news for now");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void subscribed() {
    onSubscribed.run();
    firstSubscription.countDown();
  }

  @Override
  public void removeMessageListener(MessageListener listener, Collection<? extends Topic> topics) {
    try {
      connecting.execute(() -> super.removeMessageListener(new Ear(listener, null), topics));
    } catch (RejectedExecutionException e) {
      LOG.debug("Stopped before its listeners", e);
    }
  }

  private void connect() {
    try {
      super.start();
      if (away) {
        LOG.info("Redis is back: news are heard again");
      }
      away = false;
    } catch (RuntimeException e) {
      if (!away) {
        LOG.warn(
            "No news without Redis, watchers are told with a delay of up to a second: {}",
            e.toString());
      }
      away = true;
      super.stop();
      connecting.schedule(this::connect, 1, TimeUnit.SECONDS);
    }
  }

  @Override
  public void destroy() throws Exception {
    connecting.shutdownNow();
    super.destroy();
    news.shutdownNow();
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** A listener that hears of its subscription too. */
  private record Ear(MessageListener listener, Runnable onSubscribed)
      implements MessageListener, SubscriptionListener {

    @Override
    public boolean equals(Object other) {
      return other instanceof Ear ear && ear.listener == listener;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(listener);
    }

    @Override
    public void onMessage(Message message, byte[] pattern) {
      listener.onMessage(message, pattern);
    }

    @Override
    public void onChannelSubscribed(byte[] channel, long count) {
      onSubscribed.run();
    }
  }
}
