package org.documentpipeline;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.env.Environment;

/** Settings that follow from others, so that routes and queries need not work them out. */
final class DerivedSettings {
  private static final String DEFAULT_NAME = "document-pipeline";
  private static final int BEATS_PER_LEASE = 3;
  private static final int REDIS_PORT = 6379;

  /** The worker gives up on a document itself, long before the queue does. */
  private static final int RECEIVES_PER_CLAIM = 4;

  private DerivedSettings() {}

  /**
   * Gives {@code pipeline.migrations} (where Flyway finds them), {@code pipeline.queue-name} (of a
   * name or a queue's URL), {@code pipeline.dead-letter-queue-name}, {@code pipeline.bucket-name},
   * {@code pipeline.queue-receives} (receives before the queue takes a message for dead), {@code
   * pipeline.heartbeat} (milliseconds between two renewals of a lease) and whether the resources
   * are made at start ({@code pipeline.create-queues}, {@code pipeline.create-bucket}).
   *
   * @throws StartupException when a bucket on real AWS has no name, or a number is none
   */
  static Map<String, Object> of(Environment settings) {
    Map<String, Object> derived = new LinkedHashMap<>();
    String queue = text(settings, "pipeline.queue", DEFAULT_NAME);
    String name = queue.substring(queue.lastIndexOf('/') + 1);
    // Flyway has its own word for files.
    derived.put(
        "pipeline.migrations",
        text(settings, "pipeline.home", "classpath:").replace("file:", "filesystem:")
            + "db/migrations");
    derived.put("pipeline.queue-name", name);
    derived.put("pipeline.dead-letter-queue-name", name + "-dead");
    derived.put("pipeline.bucket-name", bucket(settings));
    derived.put(
        "pipeline.queue-receives",
        RECEIVES_PER_CLAIM * number(settings, "pipeline.max-receives", "5", 250));
    derived.put(
        "pipeline.heartbeat",
        1000 * number(settings, "pipeline.visibility-timeout", "60", 43_200) / BEATS_PER_LEASE);
    derived.put("pipeline.create-queues", create(settings, "sqs", "AWS_ENDPOINT_URL_SQS"));
    derived.put("pipeline.create-bucket", create(settings, "s3", "AWS_ENDPOINT_URL_S3"));
    return derived;
  }

  /**
   * Gives {@code spring.data.redis.host} and {@code .port}, which the endpoints of the routes are
   * named by, of {@code spring.data.redis.url}, which connects them.
   */
  static Map<String, Object> ofRedis(Environment settings) {
    try {
      URI url = URI.create(text(settings, "spring.data.redis.url", ""));
      return url.getHost() == null
          ? Map.of()
          : Map.of(
              "spring.data.redis.host",
              url.getHost(),
              "spring.data.redis.port",
              url.getPort() < 0 ? REDIS_PORT : url.getPort());
    } catch (IllegalArgumentException e) {
      return Map.of(); // who connects says what is wrong with it
    }
  }

  private static String bucket(Environment settings) {
    String bucket = text(settings, "pipeline.bucket", "");
    if (!bucket.isEmpty()) {
      return bucket;
    }
    if (isRealAws(settings, "s3", "AWS_ENDPOINT_URL_S3")) {
      throw new StartupException(
          "PIPELINE_BUCKET is not set: name the S3 bucket that holds the documents.");
    }
    return DEFAULT_NAME;
  }

  private static int number(Environment settings, String name, String otherwise, int most) {
    String value = text(settings, name, otherwise);
    if (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > most) {
      throw new StartupException(
          "%s=%s: use a whole number from 1 to %d."
              .formatted(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value, most));
    }
    return Integer.parseInt(value);
  }

  private static boolean create(Environment settings, String service, String endpoint) {
    String chosen = text(settings, "pipeline.create-resources", "");
    return chosen.isEmpty()
        ? !isRealAws(settings, service, endpoint)
        : Boolean.parseBoolean(chosen);
  }

  private static boolean isRealAws(Environment settings, String service, String endpoint) {
    return ServiceChoice.text(settings, "pipeline." + service).equals("aws")
        && settings.getProperty(endpoint, "").isBlank()
        && settings.getProperty("AWS_ENDPOINT_URL", "").isBlank();
  }

  private static String text(Environment settings, String name, String otherwise) {
    String value = ServiceChoice.text(settings, name);
    return value.isEmpty() ? otherwise : value;
  }
}
