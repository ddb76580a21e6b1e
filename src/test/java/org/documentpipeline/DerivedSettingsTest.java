package org.documentpipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class DerivedSettingsTest {

  private static Map<String, Object> of(String... settings) {
    MockEnvironment environment = new MockEnvironment();
    for (int i = 0; i < settings.length; i += 2) {
      environment.setProperty(settings[i], settings[i + 1]);
    }
    return DerivedSettings.of(environment);
  }

  @Test
  void embeddedServicesNeedNoNames() {
    assertThat(of("pipeline.home", "file:"))
        .containsEntry("pipeline.queue-name", "document-pipeline")
        .containsEntry("pipeline.dead-letter-queue-name", "document-pipeline-dead")
        .containsEntry("pipeline.bucket-name", "document-pipeline")
        .containsEntry("pipeline.heartbeat", 20_000)
        .containsEntry("pipeline.create-queues", true)
        .containsEntry("pipeline.create-bucket", true)
        .containsEntry("pipeline.migrations", "filesystem:db/migrations");
  }

  @Test
  void aQueueMayBeNamedByItsUrl() {
    assertThat(of("pipeline.queue", "https://sqs.eu-central-1.amazonaws.com/123456789012/letters"))
        .containsEntry("pipeline.queue-name", "letters")
        .containsEntry("pipeline.dead-letter-queue-name", "letters-dead");
  }

  @ParameterizedTest
  @CsvSource({
    "redis://redis:6380,redis,6380",
    "rediss://reader:secret@cache.example.org,cache.example.org,6379"
  })
  void endpointsAreNamedByTheAddressOfRedis(String url, String host, int port) {
    MockEnvironment settings = new MockEnvironment().withProperty("spring.data.redis.url", url);
    assertThat(DerivedSettings.ofRedis(settings))
        .containsOnly(entry("spring.data.redis.host", host), entry("spring.data.redis.port", port));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "redis:// no address", "localhost:6379"})
  void anAddressOfRedisThatIsNoneNamesNothing(String url) {
    MockEnvironment settings = new MockEnvironment().withProperty("spring.data.redis.url", url);
    assertThat(DerivedSettings.ofRedis(settings)).isEmpty();
  }

  @Test
  void nothingIsMadeOnRealAwsUnlessAsked() {
    assertThat(of("pipeline.s3", "aws", "pipeline.sqs", "aws", "pipeline.bucket", "mine"))
        .containsEntry("pipeline.create-queues", false)
        .containsEntry("pipeline.create-bucket", false);
    assertThat(
            of(
                "pipeline.s3",
                "aws",
                "pipeline.bucket",
                "mine",
                "pipeline.create-resources",
                "true"))
        .containsEntry("pipeline.create-bucket", true);
    assertThat(of("pipeline.s3", "aws", "AWS_ENDPOINT_URL_S3", "http://s3"))
        .containsEntry("pipeline.create-bucket", true);
  }

  @Test
  void aBucketOnRealAwsNeedsAName() {
    assertThatThrownBy(() -> of("pipeline.s3", "aws"))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("PIPELINE_BUCKET");
  }

  @Test
  void anOddTimeoutIsSaid() {
    assertThatThrownBy(() -> of("pipeline.visibility-timeout", "soon"))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("PIPELINE_VISIBILITY_TIMEOUT");
  }
}
