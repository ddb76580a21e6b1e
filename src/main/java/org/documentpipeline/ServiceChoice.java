package org.documentpipeline;

import static org.documentpipeline.embedded.EmbeddedService.POSTGRES;
import static org.documentpipeline.embedded.EmbeddedService.REDIS;
import static org.documentpipeline.embedded.EmbeddedService.S3;
import static org.documentpipeline.embedded.EmbeddedService.SQS;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.documentpipeline.embedded.EmbeddedService;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Which services this process needs, and which of them run outside.
 *
 * @param alone whether this process runs the embedded services and nothing else
 * @param embedded the services to start beside the application
 * @param outside the settings that name the outside services this process needs: environment
 *     variable and address; AWS at its own addresses is not among them
 */
record ServiceChoice(boolean alone, Set<EmbeddedService> embedded, Map<String, String> outside) {

  private static final String ALONE = "services";
  private static final Set<String> ROLES = Set.of("api", "worker", "websocket");

  /**
   * Reads the choice from the settings; a blank one counts as unset.
   *
   * @throws StartupException when a role or the place of a service is not known
   */
  static ServiceChoice of(Environment settings) {
    Set<EmbeddedService> embedded = EnumSet.noneOf(EmbeddedService.class);
    Map<String, String> outside = new LinkedHashMap<>();
    for (EmbeddedService service : needed(roles(settings))) {
      Map<String, String> addresses = addresses(settings, service);
      if (addresses.isEmpty() && !isAws(settings, service)) {
        embedded.add(service);
      }
      outside.putAll(addresses);
    }
    boolean alone = isServicesAlone(settings);
    if (alone && embedded.isEmpty()) {
      throw new StartupException(
          "PIPELINE_ROLES=services has nothing to start: every service has an outside address.");
    }
    return new ServiceChoice(alone, embedded, alone ? Map.of() : outside);
  }

  static boolean isServicesAlone(Environment settings) {
    return roles(settings).equals(Set.of(ALONE));
  }

  private static Set<String> roles(Environment settings) {
    return Arrays.stream(text(settings, "pipeline.roles").split(","))
        .map(String::strip)
        .filter(role -> !role.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<EmbeddedService> needed(Set<String> roles) {
    if (roles.equals(Set.of(ALONE))) {
      return EnumSet.allOf(EmbeddedService.class);
    }
    for (String role : roles) {
      if (!ROLES.contains(role)) {
        throw new StartupException(
            "PIPELINE_ROLES has '%s': use api, worker and websocket, or services alone."
                .formatted(role));
      }
    }
    return roles.equals(Set.of("websocket"))
        ? EnumSet.of(POSTGRES, REDIS)
        : EnumSet.allOf(EmbeddedService.class);
  }

  private static Map<String, String> addresses(Environment settings, EmbeddedService service) {
    return switch (service) {
      case POSTGRES -> named("SPRING_DATASOURCE_URL", text(settings, "spring.datasource.url"));
      case REDIS -> named("SPRING_DATA_REDIS_URL", text(settings, "spring.data.redis.url"));
      case SQS -> endpoint(settings, "AWS_ENDPOINT_URL_SQS");
      case S3 -> endpoint(settings, "AWS_ENDPOINT_URL_S3");
    };
  }

  private static Map<String, String> endpoint(Environment settings, String own) {
    return Stream.of(own, "AWS_ENDPOINT_URL")
        .map(name -> named(name, settings.getProperty(name, "").strip()))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(Map.of());
  }

  private static Map<String, String> named(String name, String value) {
    return value.isEmpty() ? Map.of() : Map.of(name, value);
  }

  private static boolean isAws(Environment settings, EmbeddedService service) {
    if (service != SQS && service != S3) {
      return false;
    }
    String place = text(settings, service == SQS ? "pipeline.sqs" : "pipeline.s3");
    return switch (place) {
      case "aws" -> true;
      case "", "embedded" -> false;
      default ->
          throw new StartupException(
              "PIPELINE_%s=%s: use embedded or aws.".formatted(service, place));
    };
  }

  /** Gives the setting, by any of the spellings Spring Boot knows for it, or an empty text. */
  static String text(Environment settings, String name) {
    return Binder.get(settings).bind(name, String.class).orElse("").strip();
  }
}
