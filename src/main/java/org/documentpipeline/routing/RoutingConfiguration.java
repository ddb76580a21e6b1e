package org.documentpipeline.routing;

import java.io.IOException;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.springboot.CamelRequestHandlerMapping;
import org.documentpipeline.routing.RouteReplacer.Neighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the routes of this process come from, and their live reloading where people can edit them.
 */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(RoutingConfiguration.class);

  @Bean
  RouteFolders routeFolders(
      @Value("${pipeline.home:classpath:}") String home,
      @Value("${pipeline.roles:api,worker,websocket}") String roles) {
    return RouteFolders.of(home, roles);
  }

  @Bean
  @ConditionalOnExpression("'${pipeline.home:classpath:}'.startsWith('file:')")
  RouteWatcher routeWatcher(
      CamelContext context,
      RouteFolders folders,
      ObjectProvider<BeforeForcedStop> listeners,
      ObjectProvider<CamelRequestHandlerMapping> mappings)
      throws IOException {
    Neighbours neighbours =
        new Neighbours(listeners.orderedStream().toList(), new StaleHttpMappings(mappings));
    return new RouteWatcher(context, folders, neighbours);
  }

  @Bean
  @ConditionalOnExpression("!'${pipeline.home:classpath:}'.startsWith('file:')")
  ApplicationRunner routeOrigin(RouteFolders folders) {
    return arguments ->
        LOG.info(
            "Routes come from {} inside the application; to edit them, start it in a directory "
                + "with routes/, db/ and application.yaml.",
            String.join(", ", folders.folders()));
  }
}
