package org.documentpipeline.embedded;

import java.util.Locale;
import java.util.Map;
import org.documentpipeline.StartupException;

/**
 * The machine, by the names of the programs made for it.
 *
 * @param postgresArchive the resource with PostgreSQL's programs, a tar.xz
 * @param redisProgram the resource with the Redis server
 */
record Platform(String postgresArchive, String redisProgram) {

  private static final Map<String, Platform> KNOWN =
      Map.of(
          "linux/amd64",
              new Platform("postgres-linux-x86_64.txz", "redis-server-7.0.15-linux-amd64"),
          "linux/arm64",
              new Platform("postgres-linux-arm_64.txz", "redis-server-7.0.15-linux-arm64"),
          "mac/amd64",
              new Platform("postgres-darwin-x86_64.txz", "redis-server-7.0.15-darwin-amd64"),
          "mac/arm64",
              new Platform("postgres-darwin-arm_64.txz", "redis-server-7.0.15-darwin-arm64"));

  /**
   * Finds the platform of this JVM.
   *
   * @throws StartupException when there are no programs for it
   */
  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String system = os.startsWith("mac") || os.startsWith("darwin") ? "mac" : os;
    String processor =
        switch (osArch.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64", "x86-64" -> "amd64";
          case "aarch64", "arm64" -> "arm64";
          default -> osArch;
        };
    Platform found = KNOWN.get(system + "/" + processor);
    if (found == null) {
      throw new StartupException(
          "There are no embedded services for %s on %s (only Linux and macOS on x86-64 and arm64): "
                  .formatted(osName, osArch)
              + "set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD and"
              + " SPRING_DATA_REDIS_URL to the addresses of a PostgreSQL and a Redis of your own.");
    }
    return found;
  }
}
