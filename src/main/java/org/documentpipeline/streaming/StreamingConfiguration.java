package org.documentpipeline.streaming;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.resource.Delay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.seda.SedaEndpoint;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.data.redis.ClientResourcesBuilderCustomizer;
import org.springframework.boot.autoconfigure.data.redis.LettuceClientOptionsBuilderCustomizer;
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
      @Value("${pipeline.websocket-address:127.0.0.1}") String address,
      @Value("${pipeline.websocket-port:8081}") int port,
      @Value("${pipeline.websocket-max-sockets:10000}") int maxSockets,
      @Value("${pipeline.websocket-ping:15s}") Duration ping,
      @Value("${pipeline.websocket-slow:30s}") Duration slow) {
    return new StreamingSettings(address, port, maxSockets, ping, slow);
  }

  @Bean
  Registry watcherRegistry() {
    return new Registry();
  }

  @Bean
  Watchers watchers(Registry registry) {
    return new Watchers(registry);
  }

  @Bean
  Sockets sockets(
      Registry registry, StreamingSettings settings, ObjectProvider<CamelContext> context) {
    return new Sockets(registry, settings, key -> askForCatchUp(context.getObject(), key));
  }

  @Bean
  MeterBinder socketsMeter(Sockets sockets) {
    return metrics ->
        Gauge.builder("pipeline.websocket.sockets", sockets, Sockets::size)
            .description("Sockets open now")
            .register(metrics);
  }

  /** As a step of a route would, but from a Vert.x event loop, which must not wait. */
  private static void askForCatchUp(CamelContext context, String key) {
    SedaEndpoint catchUp = context.getEndpoint("seda:catch-up-watcher", SedaEndpoint.class);
    Exchange exchange = catchUp.createExchange();
    exchange.getIn().setBody(key);
    catchUp.getQueue().offer(exchange);
  }

  /**
   * The name makes it Camel's vertx-websocket component, in place of the starter's. The port it
   * listens on is found in the environment as {@code local.websocket.port}.
   */
  @Bean("vertx-websocket-component")
  WatcherServer watcherServer(
      Sockets sockets,
      ObjectProvider<HandshakeRule> rule,
      StreamingSettings settings,
      ConfigurableEnvironment environment) {
    Map<String, Object> ports = new ConcurrentHashMap<>();
    environment.getPropertySources().addFirst(new MapPropertySource("websocket.ports", ports));
    return new WatcherServer(
        sockets,
        rule.getIfAvailable(() -> HandshakeRule.THIS_MACHINE),
        settings,
        port -> ports.put("local.websocket.port", port));
  }

  @Bean
  NewsListener newsListener(RedisConnectionFactory connections, Watchers watchers) {
    return new NewsListener(connections, watchers::newsMissed);
  }

  /** Lettuce would wait up to 30 s before it tries a Redis again that was away. */
  @Bean
  ClientResourcesBuilderCustomizer reconnectSoon() {
    return resources ->
        resources.reconnectDelay(
            Delay.exponential(
                Duration.ofMillis(100), Duration.ofSeconds(2), 2, TimeUnit.MILLISECONDS));
  }

  /** News for a Redis that is away is not kept: by then the database has told it. */
  @Bean
  LettuceClientOptionsBuilderCustomizer failAtOnce() {
    return options ->
        options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
  }

  @Bean
  StringRedisSerializer newsSerializer() {
    return StringRedisSerializer.UTF_8;
  }
}
