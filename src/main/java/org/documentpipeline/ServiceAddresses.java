package org.documentpipeline;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** The addresses of the embedded services, in the words of those who use them. */
final class ServiceAddresses {

  /** Only ours: the SDK's own settings would also change a service that is not embedded. */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "SPRING_DATASOURCE_URL", "spring.datasource.url",
          "SPRING_DATASOURCE_USERNAME", "spring.datasource.username",
          "SPRING_DATASOURCE_PASSWORD", "spring.datasource.password",
          "SPRING_DATA_REDIS_URL", "spring.data.redis.url",
          "AWS_ENDPOINT_URL_SQS", "pipeline.sqs-endpoint",
          "AWS_ENDPOINT_URL_S3", "pipeline.s3-endpoint",
          "AWS_REGION", "pipeline.embedded-region",
          "AWS_ACCESS_KEY_ID", "pipeline.embedded-access-key",
          "AWS_SECRET_ACCESS_KEY", "pipeline.embedded-secret-key");

  private ServiceAddresses() {}

  /** Gives the properties for the application in this process. */
  static Map<String, Object> properties(Map<String, String> environment) {
    Map<String, Object> properties = new LinkedHashMap<>();
    environment.forEach((name, value) -> properties.put(PROPERTIES.get(name), value));
    return properties;
  }

  /**
   * Prints the variables for other processes, a line each, and an empty line. Region and keys are
   * only printed with an embedded S3: the SQS server takes any, and an S3 at AWS needs the caller's
   * own.
   */
  static void print(Map<String, String> environment, PrintStream out) {
    boolean withKeys = environment.containsKey("AWS_ENDPOINT_URL_S3");
    environment.forEach(
        (name, value) -> {
          if (withKeys || !isCredential(name)) {
            out.println(name + "=" + value);
          }
        });
    out.println();
    out.flush();
  }

  private static boolean isCredential(String name) {
    return name.startsWith("AWS_") && !name.startsWith("AWS_ENDPOINT_");
  }
}
