package org.documentpipeline.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.documentpipeline.StartupException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The folders from which a process takes its routes: {@code routes/shared} and one for each of its
 * roles.
 *
 * @param home {@code classpath:}, or {@code file:} with the directory that holds {@code routes/}
 *     and {@code db/}
 * @param folders paths below home, {@code routes/shared} first; none when the process runs no
 *     routes
 */
record RouteFolders(String home, List<String> folders) {

  static final String SUFFIX = ".camel.yaml";

  private static final Set<String> ROLES = Set.of("api", "worker", "websocket");
  private static final String SERVICES = "services";
  private static final String FILE = "file:";

  /**
   * The folders of {@code roles}, a comma-separated list of api, worker and websocket; {@code
   * services} alone has none.
   *
   * @throws StartupException when a role is not one of these, or none is named
   */
  static RouteFolders of(String home, String roles) {
    List<String> names =
        Arrays.stream(roles.split(","))
            .map(String::trim)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    if (names.equals(List.of(SERVICES))) {
      return new RouteFolders(home, List.of());
    }
    if (names.isEmpty()) {
      throw unknown(roles);
    }
    List<String> folders = new ArrayList<>(List.of("routes/shared"));
    for (String name : names) {
      if (!ROLES.contains(name)) {
        throw unknown(name);
      }
      folders.add("routes/" + name);
    }
    return new RouteFolders(home, List.copyOf(folders));
  }

  private static StartupException unknown(String role) {
    return new StartupException(
        "PIPELINE_ROLES: there is no role '"
            + role
            + "'; use any of api, worker and websocket, separated by commas, or services alone.");
  }

  /** Whether people can edit the files while the process runs. */
  boolean editable() {
    return home.startsWith(FILE);
  }

  /** The directory that home stands for; only where {@link #editable()}. */
  Path root() {
    return Path.of(home.substring(FILE.length())).toAbsolutePath().normalize();
  }

  Path path(String name) {
    return root().resolve(name);
  }

  /** How Camel calls a file, such as {@code file:routes/shared/publish-progress.camel.yaml}. */
  String location(String name) {
    return home + name;
  }

  /** The name of the file that Camel calls {@code location}; null when it is not below home. */
  String name(String location) {
    if (location == null || !location.startsWith(FILE)) {
      return null;
    }
    Path path = Path.of(location.substring(FILE.length())).toAbsolutePath().normalize();
    return path.startsWith(root()) ? root().relativize(path).toString().replace('\\', '/') : null;
  }

  /**
   * The names of all route files, the shared ones first, each folder in the order of the alphabet.
   */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (String folder : folders) {
      fileNames(folder).stream().map(file -> folder + "/" + file).forEach(names::add);
    }
    return names;
  }

  private Set<String> fileNames(String folder) {
    try {
      return editable() ? inDirectory(path(folder)) : onClasspath(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> inDirectory(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("."))
          .forEach(names::add);
      return names;
    }
  }

  private static Set<String> onClasspath(String folder) throws IOException {
    Resource[] found =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:" + folder + "/*" + SUFFIX);
    Set<String> names = new TreeSet<>();
    Arrays.stream(found).map(Resource::getFilename).filter(Objects::nonNull).forEach(names::add);
    return names;
  }

  /**
   * The value for Camel's {@code routes-include-pattern}. The files are named one by one: Camel's
   * own search for a pattern gives them in no order and unpacks every nested jar of a Spring Boot
   * jar to do so.
   */
  String includePattern() {
    List<String> locations = names().stream().map(this::location).toList();
    return locations.isEmpty() ? "false" : String.join(",", locations);
  }
}
