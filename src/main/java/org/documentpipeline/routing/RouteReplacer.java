package org.documentpipeline.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.service.ServiceHelper;

/** Takes the routes of some files out of a running context and puts others in. */
final class RouteReplacer {

  /** Shorter than the 30 seconds for which a {@code direct:} call waits for a route that is being replaced. */
  private static final Duration GRACE = Duration.ofSeconds(25);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final int QUIET_POLLS = 3;

  private final CamelContext context;
  private final RouteFolders folders;
  private final Neighbours neighbours;

  /**
   * Those who have a part in a replacement.
   *
   * @param before are told which routes stop now
   * @param after clears up what the old routes have left behind
   */
  record Neighbours(Collection<BeforeRouteReload> before, Runnable after) {}

  RouteReplacer(CamelContext context, RouteFolders folders, Neighbours neighbours) {
    this.context = context;
    this.folders = folders;
    this.neighbours = neighbours;
  }

  /**
   * Replaces {@code before} by {@code after}. Exchanges on their way get up to 25 seconds to finish.
   *
   * @throws Exception when the new routes do not start; the old ones run again then
   */
  void replace(Collection<RouteFile> before, Collection<RouteFile> after) throws Exception {
    Set<String> names = before.stream().map(RouteFile::name).collect(Collectors.toCollection(LinkedHashSet::new));
    after.forEach(file -> names.add(file.name()));
    Collection<RoutesBuilder> builders = builders(after);
    remove(names, before);
    try {
      add(builders);
    } catch (Exception e) {
      putBack(names, before, after, e);
      throw e;
    } finally {
      neighbours.after().run();
    }
  }

  private void putBack(
      Set<String> names, Collection<RouteFile> before, Collection<RouteFile> after, Exception failure) {
    try {
      remove(names, after);
      add(builders(before));
    } catch (Exception e) {
      failure.addSuppressed(e);
    }
  }

  /** The names of the files with a route that uses, or would use, one of the configurations {@code ids}. */
  Set<String> usersOf(Set<String> ids) {
    return model().getRouteDefinitions().stream()
        .filter(route -> uses(route, ids))
        .map(route -> folders.name(location(route.getResource())))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static boolean uses(RouteDefinition route, Set<String> ids) {
    Set<String> applied = route.getAppliedRouteConfigurationIds();
    if (applied != null && applied.stream().anyMatch(ids::contains)) {
      return true;
    }
    String wanted = route.getRouteConfigurationId();
    return wanted != null && Stream.of(wanted.split(",")).anyMatch(ids::contains);
  }

  private Collection<RoutesBuilder> builders(Collection<RouteFile> files) throws Exception {
    List<Resource> resources = new ArrayList<>();
    for (RouteFile file : files) {
      resources.add(ResourceHelper.fromString(folders.location(file.name()), file.text()));
    }
    return resources.isEmpty() ? List.of() : PluginHelper.getRoutesLoader(context).findRoutesBuilders(resources);
  }

  private void add(Collection<RoutesBuilder> builders) throws Exception {
    for (RoutesBuilder builder : builders) {
      if (builder instanceof RouteConfigurationsBuilder configurations) {
        context.addRoutesConfigurations(configurations);
      }
    }
    for (RoutesBuilder builder : builders) {
      context.addRoutes(builder);
    }
  }

  private void remove(Set<String> names, Collection<RouteFile> files) throws Exception {
    List<RouteDefinition> routes = definitions(names);
    CallGraph calls = new CallGraph(files);
    Set<String> ids = new LinkedHashSet<>(
        calls.callersFirst(routes.stream().map(RouteDefinition::getRouteId).toList()));
    if (!ids.isEmpty()) {
      neighbours.before().forEach(listener -> listener.beforeReload(ids));
    }
    long deadline = System.nanoTime() + GRACE.toNanos();
    for (String id : ids) {
      stop(id, calls.callsItself(id), deadline);
    }
    for (RouteDefinition route : routes) {
      context.removeRoute(route.getRouteId());
      model().removeRouteDefinition(route);
    }
    model().getRestDefinitions().removeIf(rest -> isOneOf(names, location(rest.getResource())));
    Set<String> policies = files.stream().flatMap(file -> file.policies().stream()).collect(Collectors.toSet());
    model().getRouteConfigurationDefinitions().removeIf(policy -> policies.contains(policy.getId()));
  }

  private List<RouteDefinition> definitions(Set<String> names) {
    return model().getRouteDefinitions().stream().filter(route -> isOneOf(names, location(route.getResource()))).toList();
  }

  private boolean isOneOf(Set<String> names, String location) {
    String name = folders.name(location);
    return name != null && names.contains(name);
  }

  private static String location(Resource resource) {
    return resource == null ? null : resource.getLocation();
  }

  private Model model() {
    return context.getCamelContextExtension().getContextPlugin(Model.class);
  }

  private void stop(String id, boolean callsItself, long deadline) throws Exception {
    Route route = context.getRoute(id);
    if (route == null) {
      return;
    }
    if (route.getEndpoint().getEndpointUri().startsWith("direct:") && !callsItself) {
      drain(id, route.getConsumer(), deadline);
    }
    long left = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(deadline - System.nanoTime()));
    context.getRouteController().stopRoute(id, left, TimeUnit.SECONDS);
  }

  /** Camel itself would leave a direct route open while it waits, and under load never see it empty. */
  private void drain(String id, Consumer consumer, long deadline) throws InterruptedException {
    ServiceHelper.suspendService(consumer);
    // A caller that found the route open may be a moment away from being counted in it.
    int quiet = 0;
    while (quiet < QUIET_POLLS && System.nanoTime() < deadline) {
      quiet = context.getInflightRepository().size(id) == 0 ? quiet + 1 : 0;
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    }
  }
}
