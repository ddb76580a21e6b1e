package org.documentpipeline.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Takes the routes of some files out of a running context and puts others in. */
final class RouteReplacer {

  private final CamelContext context;
  private final RouteFolders folders;
  private final Neighbours neighbours;
  private final RouteStopper stopper;

  /**
   * Those who have a part in a replacement.
   *
   * @param before let go of what is at work in routes that have to be stopped around it
   * @param after clears up what the old routes have left behind
   */
  record Neighbours(Collection<BeforeForcedStop> before, Runnable after) {}

  RouteReplacer(CamelContext context, RouteFolders folders, Neighbours neighbours) {
    this(context, folders, neighbours, RouteStopper.GRACE);
  }

  /** The same, with another time for exchanges on their way to finish. */
  RouteReplacer(CamelContext context, RouteFolders folders, Neighbours neighbours, Duration grace) {
    this.context = context;
    this.folders = folders;
    this.neighbours = neighbours;
    this.stopper = new RouteStopper(context, grace, neighbours.before());
  }

  /**
   * Replaces {@code before} by {@code after}. Exchanges on their way get some time to finish.
   *
   * @throws Exception when the new routes do not start; the old ones run again then
   */
  void replace(Collection<RouteFile> before, Collection<RouteFile> after) throws Exception {
    Set<String> names =
        before.stream().map(RouteFile::name).collect(Collectors.toCollection(LinkedHashSet::new));
    after.forEach(file -> names.add(file.name()));
    Collection<RoutesBuilder> builders = builders(after);
    try {
      remove(names, before);
      add(builders);
    } catch (Exception e) {
      putBack(names, before, after, e);
      throw e;
    } finally {
      neighbours.after().run();
    }
  }

  private void putBack(
      Set<String> names,
      Collection<RouteFile> before,
      Collection<RouteFile> after,
      Exception failure) {
    try {
      remove(names, after);
      add(builders(before));
    } catch (Exception e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * The names of the files with a route that uses, or would use, one of the configurations {@code
   * ids}.
   */
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
    return resources.isEmpty()
        ? List.of()
        : PluginHelper.getRoutesLoader(context).findRoutesBuilders(resources);
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
    Set<String> ids =
        new LinkedHashSet<>(
            calls.callersFirst(routes.stream().map(RouteDefinition::getRouteId).toList()));
    stopper.stop(ids, calls);
    for (RouteDefinition route : routes) {
      context.removeRoute(route.getRouteId());
      model().removeRouteDefinition(route);
    }
    model().getRestDefinitions().removeIf(rest -> isOneOf(names, location(rest.getResource())));
    Set<String> policies =
        files.stream().flatMap(file -> file.policies().stream()).collect(Collectors.toSet());
    model()
        .getRouteConfigurationDefinitions()
        .removeIf(policy -> policies.contains(policy.getId()));
  }

  private List<RouteDefinition> definitions(Set<String> names) {
    return model().getRouteDefinitions().stream()
        .filter(route -> isOneOf(names, location(route.getResource())))
        .toList();
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
}
