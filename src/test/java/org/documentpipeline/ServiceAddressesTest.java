package org.documentpipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ServiceAddressesTest {

  private static final Map<String, String> KEYS =
      Map.of("AWS_REGION", "us-east-1", "AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "key");

  private static String printed(Map<String, String> environment) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ServiceAddresses.print(environment, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void printsALineEachAndAnEmptyOne() {
    assertThat(printed(Map.of("SPRING_DATA_REDIS_URL", "redis://r")))
        .isEqualTo("SPRING_DATA_REDIS_URL=redis://r\n\n");
  }

  @Test
  void printsKeysOnlyWithAnS3ThatTakesThem() {
    Map<String, String> environment = new TreeMap<>(KEYS);
    environment.put("AWS_ENDPOINT_URL_SQS", "http://q");
    assertThat(printed(environment)).isEqualTo("AWS_ENDPOINT_URL_SQS=http://q\n\n");
    environment.put("AWS_ENDPOINT_URL_S3", "http://f");
    assertThat(printed(environment))
        .contains("AWS_ACCESS_KEY_ID=id\n", "AWS_SECRET_ACCESS_KEY=key\n");
  }

  @Test
  void propertiesLeaveTheSdksOwnSettingsAlone() {
    Map<String, String> environment = new TreeMap<>(KEYS);
    environment.put("AWS_ENDPOINT_URL_SQS", "http://q");
    environment.put("SPRING_DATASOURCE_URL", "jdbc:postgresql:x");
    assertThat(ServiceAddresses.properties(environment))
        .containsOnly(
            Map.entry("pipeline.sqs-endpoint", "http://q"),
            Map.entry("pipeline.embedded-region", "us-east-1"),
            Map.entry("pipeline.embedded-access-key", "id"),
            Map.entry("pipeline.embedded-secret-key", "key"),
            Map.entry("spring.datasource.url", "jdbc:postgresql:x"));
  }
}
