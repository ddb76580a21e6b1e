package org.documentpipeline.streaming;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.serializer.StringRedisSerializer;

/** The beans that {@code routes/websocket} names. */
@Configuration(proxyBeanMethods = false)
class StreamingConfiguration {

  @Bean
  StreamingSettings streamingSettings(
      @Value("${pipeline.websocket-max-sockets:10000}") int maxSockets,
      @Value("${pipeline.websocket-ping:15s}") Duration ping,
      @Value("${pipeline.websocket-slow:30s}") Duration slow) {
    return new StreamingSettings(maxSockets, ping, slow);
  }

  @Bean
  Watchers watchers(StreamingSettings settings, ObjectProvider<ProducerTemplate> template) {
    return new Watchers(settings, key -> template.getObject().sendBody("seda:catch-up-watcher", key));
  }

  /**
   * The name makes it Camel's vertx-websocket component, in place of the starter's. The port it listens on is found in the
   * environment as {@code local.websocket.port}.
   */
  @Bean("vertx-websocket-component")
  WatcherServer watcherServer(Watchers watchers, ObjectProvider<HandshakeRule> rule, StreamingSettings settings,
      ConfigurableEnvironment environment) {
    Map<String, Object> ports = new ConcurrentHashMap<>();
    environment.getPropertySources().addFirst(new MapPropertySource("websocket.ports", ports));
    return new WatcherServer(watchers, rule.getIfAvailable(() -> HandshakeRule.THIS_MACHINE), settings,
        port -> ports.put("local.websocket.port", port));
  }

  @Bean
  NewsListener newsListener(RedisConnectionFactory connections) {
    return new NewsListener(connections);
  }

  @Bean
  StringRedisSerializer newsSerializer() {
    return StringRedisSerializer.UTF_8;
  }
}
