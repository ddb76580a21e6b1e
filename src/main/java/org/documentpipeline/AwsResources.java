package org.documentpipeline;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes the bucket and the queues, where the settings want that, before the first route starts. */
@Component
class AwsResources implements CamelContextConfiguration {
  private static final int RETENTION_SECONDS = 14 * 24 * 60 * 60;

  private final S3Client s3;
  private final SqsClient sqs;
  private final String bucket;
  private final String queue;
  private final boolean createBucket;
  private final boolean createQueues;
  private final int visibilityTimeout;
  private final int queueReceives;

  AwsResources(
      S3Client s3,
      SqsClient sqs,
      @Value("${pipeline.bucket-name}") String bucket,
      @Value("${pipeline.queue-name}") String queue,
      @Value("${pipeline.create-bucket}") boolean createBucket,
      @Value("${pipeline.create-queues}") boolean createQueues,
      @Value("${pipeline.visibility-timeout}") int visibilityTimeout,
      @Value("${pipeline.queue-receives}") int queueReceives) {
    this.s3 = s3;
    this.sqs = sqs;
    this.bucket = bucket;
    this.queue = queue;
    this.createBucket = createBucket;
    this.createQueues = createQueues;
    this.visibilityTimeout = visibilityTimeout;
    this.queueReceives = queueReceives;
  }

  @Override
  public void beforeApplicationStart(CamelContext context) {
    if (createBucket) {
      createBucket();
    }
    if (createQueues) {
      createQueues();
    }
  }

  @Override
  public void afterApplicationStart(CamelContext context) {}

  private void createBucket() {
    try {
      s3.createBucket(request -> request.bucket(bucket));
    } catch (BucketAlreadyOwnedByYouException e) {
      // It is there, which is what was wanted.
    }
  }

  /** Sets the attributes too, so that a queue made by an older version gets what this one needs. */
  private void createQueues() {
    String dead = sqs.createQueue(request -> request.queueName(queue + "-dead")).queueUrl();
    sqs.setQueueAttributes(
        request ->
            request
                .queueUrl(dead)
                .attributes(
                    Map.of(
                        QueueAttributeName.MESSAGE_RETENTION_PERIOD,
                        Integer.toString(RETENTION_SECONDS))));
    String arn =
        sqs.getQueueAttributes(
                request -> request.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    String url = sqs.createQueue(request -> request.queueName(queue)).queueUrl();
    // A worker counts claims itself and gives up sooner; the queue's own limit is for what dies
    // before the claim.
    String redrive =
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}".formatted(arn, queueReceives);
    sqs.setQueueAttributes(
        request ->
            request
                .queueUrl(url)
                .attributes(
                    Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(visibilityTimeout),
                        QueueAttributeName.MESSAGE_RETENTION_PERIOD,
                            Integer.toString(RETENTION_SECONDS),
                        QueueAttributeName.REDRIVE_POLICY, redrive)));
  }
}
