package org.documentpipeline.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What to run beside the application.
 *
 * @param dataDir the folder that everything is written to; made when it is missing
 * @param services the services to start; the others are outside or not needed
 * @param ports the port of each service on 127.0.0.1; 0 or missing means a free one
 */
public record EmbeddedSettings(
    Path dataDir, Set<EmbeddedService> services, Map<EmbeddedService, Integer> ports) {

  public EmbeddedSettings {
    services = Set.copyOf(services);
    ports = Map.copyOf(ports);
  }

  int port(EmbeddedService service) {
    return ports.getOrDefault(service, 0);
  }

  boolean starts(EmbeddedService service) {
    return services.contains(service);
  }
}
