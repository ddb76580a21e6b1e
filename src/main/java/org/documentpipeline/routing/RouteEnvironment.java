package org.documentpipeline.routing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Turns {@code pipeline.roles} into the list of route files that Camel loads. What is set elsewhere wins. */
final class RouteEnvironment implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
    String home = environment.getProperty("pipeline.home", "classpath:");
    String roles = environment.getProperty("pipeline.roles", "api,worker,websocket");
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("pipeline.home", home);
    settings.put("pipeline.roles", roles);
    settings.put("camel.main.routes-include-pattern", RouteFolders.of(home, roles).includePattern());
    // Inlined, a REST endpoint would vanish with each edit of the route behind it; as routes of their own they wait for it.
    settings.put("camel.rest.inline-routes", "false");
    environment.getPropertySources().addLast(new MapPropertySource("routes", settings));
  }
}
