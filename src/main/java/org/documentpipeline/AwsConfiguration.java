package org.documentpipeline;

import java.net.URI;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The clients of S3 and SQS. Embedded services have their own address and keys; everything else is
 * the SDK's own business: {@code AWS_ENDPOINT_URL…}, region and credentials are found where the SDK
 * always finds them.
 */
@Configuration(proxyBeanMethods = false)
class AwsConfiguration {

  @Bean(destroyMethod = "close")
  S3Client s3Client(Environment settings) {
    String embedded = settings.getProperty("pipeline.s3-endpoint", "");
    // A server of one's own has no host name for each bucket.
    boolean pathStyle = !embedded.isEmpty() || hasEndpoint(settings, "AWS_ENDPOINT_URL_S3");
    return client(S3Client.builder().forcePathStyle(pathStyle), embedded, settings);
  }

  @Bean(destroyMethod = "close")
  SqsClient sqsClient(Environment settings) {
    // A call takes no longer than a long poll (5 s) and a little more, or the queue is away.
    return client(
        SqsClient.builder()
            .overrideConfiguration(call -> call.apiCallAttemptTimeout(Duration.ofSeconds(10))),
        settings.getProperty("pipeline.sqs-endpoint", ""),
        settings);
  }

  private static <B extends AwsClientBuilder<B, C>, C> C client(
      B builder, String embedded, Environment settings) {
    if (!embedded.isEmpty()) {
      builder
          .endpointOverride(URI.create(embedded))
          .region(Region.of(settings.getProperty("pipeline.embedded-region", "us-east-1")))
          .credentialsProvider(
              StaticCredentialsProvider.create(
                  AwsBasicCredentials.create(
                      settings.getRequiredProperty("pipeline.embedded-access-key"),
                      settings.getRequiredProperty("pipeline.embedded-secret-key"))));
    }
    return builder.build();
  }

  private static boolean hasEndpoint(Environment settings, String name) {
    return !settings.getProperty(name, "").isBlank()
        || !settings.getProperty("AWS_ENDPOINT_URL", "").isBlank();
  }
}
