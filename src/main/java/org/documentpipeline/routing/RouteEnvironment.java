package org.documentpipeline.routing;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Turns {@code pipeline.roles} into the list of route files that Camel loads. What is set elsewhere
 * wins.
 */
final class RouteEnvironment implements EnvironmentPostProcessor {

  private static final String PATTERN = "camel.main.routes-include-pattern";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment.getPropertySources().addLast(new Defaults(environment));
    folders(environment);
  }

  private static RouteFolders folders(Environment environment) {
    return RouteFolders.of(
        environment.getProperty("pipeline.home", "classpath:"),
        environment.getProperty("pipeline.roles", "api,worker,websocket"));
  }

  /** Lists the files when Camel asks for them: a test may say only then where they are. */
  private static final class Defaults extends MapPropertySource {

    private final Environment environment;

    Defaults(Environment environment) {
      super(
          "routes",
          Map.of(
              // Inlined, a REST endpoint would vanish with each edit of the route behind it; on its
              // own it waits for it.
              "camel.rest.inline-routes", "false", PATTERN, ""));
      this.environment = environment;
    }

    @Override
    public Object getProperty(String name) {
      return PATTERN.equals(name) ? folders(environment).includePattern() : super.getProperty(name);
    }
  }
}
