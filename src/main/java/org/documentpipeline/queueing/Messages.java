package org.documentpipeline.queueing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What camel-aws2-sqs has no operation for. */
@Component("messages")
class Messages {
  private static final int LONGEST_SECONDS = 12 * 60 * 60;

  private final SqsClient sqs;
  private final String queue;

  Messages(SqsClient sqs, @Value("${pipeline.queue-name}") String queue) {
    this.sqs = sqs;
    this.queue = queue;
  }

  /**
   * Has a received message come back after so many seconds (at least 1, at most 12 hours, the limit
   * of SQS).
   */
  public void postpone(String receiptHandle, int seconds) {
    int bounded = Math.max(1, Math.min(seconds, LONGEST_SECONDS));
    String url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    sqs.changeMessageVisibility(
        request -> request.queueUrl(url).receiptHandle(receiptHandle).visibilityTimeout(bounded));
  }
}
