package org.documentpipeline.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.ExplicitCamelContextNameStrategy;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.beans.BeanUtils;

/**
 * Builds routes in a context that is thrown away afterwards: with the real beans and settings, but
 * without a single consumer running. What fails here would have failed in the running context.
 */
final class RouteTrial {

  static final String NAME = "trial of an edit";

  private final CamelContext live;
  private final RouteFolders folders;

  RouteTrial(CamelContext live, RouteFolders folders) {
    this.live = live;
    this.folders = folders;
  }

  /**
   * Builds {@code files}.
   *
   * @param policies files whose route configurations the routes use; only these blocks of them
   *     matter
   * @param files the files to try
   * @return the first thing that is wrong in each file that does not work; empty when all do
   */
  List<Violation> run(Collection<RouteFile> policies, Collection<RouteFile> files) {
    List<Violation> found = new ArrayList<>();
    try (LiveBeans beans = new LiveBeans(live.getRegistry())) {
      DefaultCamelContext trial = new DefaultCamelContext(false);
      try {
        configure(trial, beans);
        trial.start();
        Map<RouteFile, Collection<RoutesBuilder>> builders = new LinkedHashMap<>();
        Stream.concat(policies.stream(), files.stream())
            .distinct()
            .forEach(file -> attempt(file, found, () -> builders.put(file, parse(trial, file))));
        builders.forEach((file, parsed) -> attempt(file, found, () -> addPolicies(trial, parsed)));
        files.forEach(
            file ->
                attempt(
                    file, found, () -> addRoutes(trial, builders.getOrDefault(file, List.of()))));
      } finally {
        trial.stop();
      }
    }
    return found;
  }

  private Collection<RoutesBuilder> parse(CamelContext trial, RouteFile file) throws Exception {
    return PluginHelper.getRoutesLoader(trial)
        .findRoutesBuilders(
            List.of(ResourceHelper.fromString(folders.location(file.name()), file.text())));
  }

  private static void addPolicies(CamelContext trial, Collection<RoutesBuilder> builders)
      throws Exception {
    for (RoutesBuilder builder : builders) {
      if (builder instanceof RouteConfigurationsBuilder configurations) {
        trial.addRoutesConfigurations(configurations);
      }
    }
  }

  private static void addRoutes(CamelContext trial, Collection<RoutesBuilder> builders)
      throws Exception {
    for (RoutesBuilder builder : builders) {
      trial.addRoutes(builder);
    }
  }

  private static void attempt(RouteFile file, List<Violation> found, Attempt attempt) {
    try {
      attempt.run();
    } catch (Exception e) {
      found.add(FailureReader.violation(file, e));
    }
  }

  private void configure(DefaultCamelContext trial, LiveBeans beans) {
    trial.disableJMX();
    trial.getCamelContextExtension().setRegistry(new DefaultRegistry(beans));
    trial.setNameStrategy(new ExplicitCamelContextNameStrategy(NAME));
    trial.setApplicationContextClassLoader(live.getApplicationContextClassLoader());
    trial.setAutoStartup(false);
    trial.setStartupSummaryLevel(StartupSummaryLevel.Off);
    trial.setSourceLocationEnabled(true);
    trial.build();
    trial.getPropertiesComponent().addPropertiesSource(new LiveSettings(live));
    RestConfiguration rest = new RestConfiguration();
    BeanUtils.copyProperties(live.getRestConfiguration(), rest);
    trial.setRestConfiguration(rest);
    for (ThreadPoolProfile profile : live.getRegistry().findByType(ThreadPoolProfile.class)) {
      trial.getExecutorServiceManager().registerThreadPoolProfile(profile);
    }
  }

  private interface Attempt {
    void run() throws Exception;
  }

  private record LiveSettings(CamelContext live) implements PropertiesSource {

    @Override
    public String getName() {
      return "live";
    }

    @Override
    public String getProperty(String name) {
      Optional<String> value = live.getPropertiesComponent().resolveProperty(name);
      return value.orElse(null);
    }
  }
}
