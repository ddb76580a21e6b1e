package org.documentpipeline.embedded;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Uses the four services as a client would that knows nothing but the environment variables. */
record Clients(Map<String, String> environment) {

  private static final String QUEUE = "work";
  private static final String BUCKET = "files";

  Connection database() throws SQLException {
    return DriverManager.getConnection(
        environment.get("SPRING_DATASOURCE_URL"),
        environment.get("SPRING_DATASOURCE_USERNAME"),
        environment.get("SPRING_DATASOURCE_PASSWORD"));
  }

  void execute(String statement) throws SQLException {
    try (Connection connection = database();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  String select(String query) throws SQLException {
    try (Connection connection = database();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  void setKey(String key, String value) {
    try (RedisClient client = RedisClient.create(environment.get("SPRING_DATA_REDIS_URL"));
        StatefulRedisConnection<String, String> connection = client.connect()) {
      connection.sync().set(key, value);
    }
  }

  String getKey(String key) {
    try (RedisClient client = RedisClient.create(environment.get("SPRING_DATA_REDIS_URL"));
        StatefulRedisConnection<String, String> connection = client.connect()) {
      return connection.sync().get(key);
    }
  }

  private <B extends AwsClientBuilder<B, C>, C> C aws(B builder, String endpoint) {
    return builder
        .endpointOverride(URI.create(environment.get(endpoint)))
        .region(Region.of(environment.get("AWS_REGION")))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    environment.get("AWS_ACCESS_KEY_ID"),
                    environment.get("AWS_SECRET_ACCESS_KEY"))))
        .build();
  }

  S3Client s3() {
    return aws(
        S3Client.builder().forcePathStyle(true).httpClientBuilder(ApacheHttpClient.builder()),
        "AWS_ENDPOINT_URL_S3");
  }

  SqsClient sqs() {
    return aws(
        SqsClient.builder().httpClientBuilder(ApacheHttpClient.builder()), "AWS_ENDPOINT_URL_SQS");
  }

  void createBucketAndQueue() {
    try (S3Client s3 = s3()) {
      s3.createBucket(bucket -> bucket.bucket(BUCKET));
    }
    createQueue();
  }

  void createQueue() {
    try (SqsClient sqs = sqs()) {
      sqs.createQueue(queue -> queue.queueName(QUEUE));
    }
  }

  /** Takes the table of the queue's messages away, so that the next send cannot be kept. */
  void breakQueueStore() throws SQLException {
    Map<String, String> queueDatabase = new HashMap<>(environment);
    queueDatabase.computeIfPresent("SPRING_DATASOURCE_URL", (name, url) -> url + "_queue");
    Clients inside = new Clients(queueDatabase);
    String table = inside.select("select tablename from pg_tables where tablename like 'message%'");
    inside.execute("drop table " + table);
  }

  void putObject(String key, String text) {
    try (S3Client s3 = s3()) {
      s3.putObject(
          put -> put.bucket(BUCKET).key(key).contentType("text/plain"),
          RequestBody.fromString(text));
    }
  }

  String getObject(String key) {
    try (S3Client s3 = s3()) {
      return s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asUtf8String();
    }
  }

  void send(String body) {
    try (SqsClient sqs = sqs()) {
      String url = sqs.getQueueUrl(queue -> queue.queueName(QUEUE)).queueUrl();
      sqs.sendMessage(send -> send.queueUrl(url).messageBody(body));
    }
  }

  /** Takes up to ten messages off the queue. */
  List<String> receive() {
    try (SqsClient sqs = sqs()) {
      String url = sqs.getQueueUrl(queue -> queue.queueName(QUEUE)).queueUrl();
      List<Message> messages =
          sqs.receiveMessage(take -> take.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
              .messages();
      messages.forEach(
          message ->
              sqs.deleteMessage(
                  delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())));
      return messages.stream().map(Message::body).toList();
    }
  }
}
