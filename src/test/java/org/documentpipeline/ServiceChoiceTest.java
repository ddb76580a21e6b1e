package org.documentpipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.documentpipeline.embedded.EmbeddedService.POSTGRES;
import static org.documentpipeline.embedded.EmbeddedService.REDIS;
import static org.documentpipeline.embedded.EmbeddedService.S3;
import static org.documentpipeline.embedded.EmbeddedService.SQS;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ServiceChoiceTest {

  /** Reads {@code NAME=value} pairs as the process's whole environment. */
  private static StandardEnvironment environment(String... pairs) {
    Map<String, Object> variables =
        Stream.of(pairs)
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    return environment;
  }

  private static ServiceChoice choice(String... pairs) {
    return ServiceChoice.of(environment(pairs));
  }

  @Test
  void startsEverythingWithoutSettings() {
    assertThat(choice().embedded()).containsExactlyInAnyOrder(POSTGRES, REDIS, SQS, S3);
    assertThat(choice().outside()).isEmpty();
    assertThat(choice().alone()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "worker", "api,worker,websocket", " websocket , api "})
  void rolesWithDocumentsNeedAllFour(String roles) {
    assertThat(choice("PIPELINE_ROLES=" + roles).embedded()).hasSize(4);
  }

  @Test
  void websocketNeedsNoQueueAndNoFiles() {
    ServiceChoice choice =
        choice("PIPELINE_ROLES=websocket", "AWS_ENDPOINT_URL_S3=http://files:9000");
    assertThat(choice.embedded()).containsExactlyInAnyOrder(POSTGRES, REDIS);
    assertThat(choice.outside()).isEmpty();
  }

  @Test
  void addressesSwitchOneServiceEach() {
    ServiceChoice database = choice("SPRING_DATASOURCE_URL=jdbc:postgresql://db/x");
    assertThat(database.embedded()).containsExactlyInAnyOrder(REDIS, SQS, S3);
    assertThat(database.outside())
        .containsExactly(Map.entry("SPRING_DATASOURCE_URL", "jdbc:postgresql://db/x"));
    assertThat(choice("SPRING_DATA_REDIS_URL=redis://r").embedded())
        .containsExactlyInAnyOrder(POSTGRES, SQS, S3);
    assertThat(choice("AWS_ENDPOINT_URL_SQS=http://q").embedded())
        .containsExactlyInAnyOrder(POSTGRES, REDIS, S3);
    assertThat(choice("AWS_ENDPOINT_URL_S3=http://f").embedded())
        .containsExactlyInAnyOrder(POSTGRES, REDIS, SQS);
    assertThat(choice("AWS_ENDPOINT_URL=http://a").embedded())
        .containsExactlyInAnyOrder(POSTGRES, REDIS);
  }

  @Test
  void awsHasNoAddressToAsk() {
    ServiceChoice choice =
        choice("PIPELINE_SQS=aws", "PIPELINE_S3=embedded", "AWS_REGION=eu-central-1");
    assertThat(choice.embedded()).containsExactlyInAnyOrder(POSTGRES, REDIS, S3);
    assertThat(choice.outside()).isEmpty();
  }

  @Test
  void endpointMeansOutsideEvenWhenThePlaceSaysEmbedded() {
    assertThat(choice("PIPELINE_SQS=embedded", "AWS_ENDPOINT_URL_SQS=http://q").embedded())
        .doesNotContain(SQS);
  }

  @Test
  void blankCountsAsUnset() {
    ServiceChoice choice =
        choice(
            "SPRING_DATASOURCE_URL= ",
            "SPRING_DATA_REDIS_URL=",
            "AWS_ENDPOINT_URL= ",
            "PIPELINE_SQS=");
    assertThat(choice.embedded()).hasSize(4);
  }

  @Test
  void servicesAloneStartsWhatHasNoAddressAndAsksNobody() {
    ServiceChoice choice = choice("PIPELINE_ROLES=services", "SPRING_DATA_REDIS_URL=redis://r");
    assertThat(choice.alone()).isTrue();
    assertThat(choice.embedded()).containsExactlyInAnyOrder(POSTGRES, SQS, S3);
    assertThat(choice.outside()).isEmpty();
  }

  @Test
  void servicesAloneWithNothingToStartIsAMistake() {
    assertThatThrownBy(
            () ->
                choice(
                    "PIPELINE_ROLES=services",
                    "SPRING_DATA_REDIS_URL=redis://r",
                    "SPRING_DATASOURCE_URL=jdbc:postgresql:x",
                    "AWS_ENDPOINT_URL=http://a"))
        .isInstanceOf(StartupException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PIPELINE_ROLES=api,boss", "PIPELINE_ROLES=api,services", "PIPELINE_S3=gcs"})
  void namesWhatItDoesNotKnow(String setting) {
    assertThatThrownBy(() -> choice(setting))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining(setting.substring(0, setting.indexOf('=')));
  }
}
