package org.documentpipeline.routes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * SQS behind camel-aws2-sqs: gives the messages a test puts in, and notes what is sent, deleted and
 * postponed.
 */
final class FakeQueue implements SqsClient {
  private static final String ADDRESS = "http://sqs.test/000000000000/";

  final List<SendMessageRequest> sent = Collections.synchronizedList(new ArrayList<>());

  /** Receipt handles, in the order of their deletion. */
  final List<String> deleted = Collections.synchronizedList(new ArrayList<>());

  /** Seconds by receipt handle. */
  final Map<String, Integer> postponed = new ConcurrentHashMap<>();

  private final Map<String, ConcurrentLinkedQueue<Message>> waiting = new ConcurrentHashMap<>();
  private volatile boolean away;

  /** Puts a message in, as somebody with write access could: with attributes of any name. */
  void put(String queue, String body, String receipt, Map<String, String> attributes) {
    put(queue, body, receipt, attributes, 1);
  }

  /** The same, received so many times by then. */
  void put(
      String queue, String body, String receipt, Map<String, String> attributes, int receives) {
    Message.Builder message =
        Message.builder()
            .messageId(receipt + "-id")
            .receiptHandle(receipt)
            .body(body)
            .attributes(
                Map.of(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "" + receives));
    Map<String, MessageAttributeValue> values = new HashMap<>();
    attributes.forEach(
        (name, value) ->
            values.put(
                name,
                MessageAttributeValue.builder().dataType("String").stringValue(value).build()));
    waiting
        .computeIfAbsent(queue, name -> new ConcurrentLinkedQueue<>())
        .add(message.messageAttributes(values).build());
  }

  void goAway() {
    away = true;
  }

  void comeBack() {
    away = false;
  }

  void reset() {
    away = false;
    sent.clear();
    deleted.clear();
    postponed.clear();
    waiting.clear();
  }

  @Override
  public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
    return GetQueueUrlResponse.builder().queueUrl(ADDRESS + request.queueName()).build();
  }

  @Override
  public ListQueuesResponse listQueues(ListQueuesRequest request) {
    return ListQueuesResponse.builder().queueUrls(ADDRESS + request.queueNamePrefix()).build();
  }

  @Override
  public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
    ConcurrentLinkedQueue<Message> messages = waiting.get(request.queueUrl().replace(ADDRESS, ""));
    Message next = messages == null ? null : messages.poll();
    return ReceiveMessageResponse.builder()
        .messages(next == null ? List.of() : List.of(next))
        .build();
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    answering(request, sent::add);
    return SendMessageResponse.builder().messageId("sent-" + sent.size()).build();
  }

  @Override
  public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
    answering(request.receiptHandle(), deleted::add);
    return DeleteMessageResponse.builder().build();
  }

  @Override
  public ChangeMessageVisibilityResponse changeMessageVisibility(
      ChangeMessageVisibilityRequest request) {
    postponed.put(request.receiptHandle(), request.visibilityTimeout());
    return ChangeMessageVisibilityResponse.builder().build();
  }

  private <T> void answering(T request, Consumer<T> note) {
    if (away) {
      throw SdkClientException.create("made to fail by the test: no connection to SQS");
    }
    note.accept(request);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
