package org.documentpipeline.queueing;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** What camel-aws2-sqs has no operation for. */
@Component("messages")
class Messages {
  private static final int LONGEST_SECONDS = 12 * 60 * 60;

  private final SqsClient sqs;
  private final String queue;
  private final int mostReceives;

  Messages(
      SqsClient sqs,
      @Value("${pipeline.queue-name}") String queue,
      @Value("${pipeline.queue-receives}") int mostReceives) {
    this.sqs = sqs;
    this.queue = queue;
    this.mostReceives = mostReceives;
  }

  /**
   * Whether a message was received so often, half as often as the queue allows, that it should be
   * replaced by a new one before the queue takes it for dead. The attributes are those of SQS.
   */
  public boolean isWornOut(Map<MessageSystemAttributeName, String> attributes) {
    String receives =
        attributes == null
            ? null
            : attributes.get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
    return receives != null && Integer.parseInt(receives) >= mostReceives / 2;
  }

  /**
   * Has a received message come back after so many seconds: 0 is at once, 12 hours the limit of
   * SQS.
   */
  public void postpone(String receiptHandle, int seconds) {
    int bounded = Math.max(0, Math.min(seconds, LONGEST_SECONDS));
    String url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    sqs.changeMessageVisibility(
        request -> request.queueUrl(url).receiptHandle(receiptHandle).visibilityTimeout(bounded));
  }
}
