package org.documentpipeline.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.documentpipeline.streaming.Handshakes.UPGRADE;

import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other sites, clients that send and clients that do not read can do: nothing to others. */
class SocketLimitsRouteTest {

  private static final Duration SECONDS = Duration.ofSeconds(30);
  private static final int MOST_SOCKETS = 25;
  private static final long MEGABYTE = 1024 * 1024;

  private static StreamingStack stack;
  private static Documents documents;

  @BeforeAll
  static void start() throws Exception {
    stack =
        StreamingStack.shared()
            .start(
                "pipeline.websocket-max-sockets=" + MOST_SOCKETS,
                "pipeline.websocket-ping=1s",
                "pipeline.websocket-slow=2s");
    documents = stack.documents();
  }

  @AfterAll
  static void stop() {
    stack.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, , 101", "localhost:8081, http://localhost:8080, 101",
        "127.0.0.1, https://evil.example, 403",
    "127.0.0.1, null, 403", "127.0.0.1, http://localhost.evil.example, 403", "evil.example, , 403",
    "evil.example:8081, http://evil.example, 403", "127.0.0.1, file://, 403"
  })
  void onlyKnownHostsAndOriginsGetASocket(String host, String origin, int status)
      throws IOException {
    String headers =
        "Host: " + host + "\r\n" + UPGRADE + (origin == null ? "" : "Origin: " + origin + "\r\n");
    assertThat(Handshakes.status(stack.port(), "/ws/documents/all", headers)).isEqualTo(status);
  }

  @Test
  void noHostAndTwoHostsAndTwoOriginsAreRefused() throws IOException {
    String host = "Host: localhost\r\n";
    String origin = "Origin: http://localhost\r\n";
    assertThat(Handshakes.status(stack.port(), "/ws/documents/all", UPGRADE)).isIn(400, 403);
    assertThat(Handshakes.status(stack.port(), "/ws/documents/all", host + host + UPGRADE))
        .isIn(400, 403);
    assertThat(
            Handshakes.status(stack.port(), "/ws/documents/all", host + origin + origin + UPGRADE))
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/ws", "/ws/documents", "/ws/documents/a/b", "/api/documents", "/actuator"})
  void thereIsNothingElseHere(String path) throws IOException {
    assertThat(Handshakes.status(stack.port(), path, "Host: localhost\r\n" + UPGRADE))
        .isEqualTo(404);
  }

  @Test
  void anOrdinaryRequestIsNoWatcher() throws IOException {
    assertThat(Handshakes.status(stack.port(), "/ws/documents/all", "Host: localhost\r\n"))
        .isEqualTo(400);
  }

  @Test
  void queryParametersNeverBecomeHeaders() {
    String id = documents.create();
    Client client =
        Client.open(
            stack.uri(
                id
                    + "?CamelSqlQuery=delete%20from%20document&CamelSqlParameters=x"
                    + "&CamelVertxWebsocket.event=CLOSE&CamelVertxWebsocket.connectionKey=x&id=all&watcher=x"));
    await().atMost(SECONDS).until(() -> client.types().contains("snapshot"));
    documents.tell(id, "progress");
    await().atMost(SECONDS).until(() -> client.seqs().equals(List.of(2)));
    assertThat(documents.lastSeq(id)).isEqualTo(2);
    client.leave();
  }

  @Test
  void whatAClientSendsIsIgnored() {
    String id = documents.create();
    Client client = watch(id);
    client.socket().sendText("{\"CamelSqlQuery\":\"x\"}", true).join();
    client.socket().sendText("hello", true).join();
    documents.tell(id, "progress");
    await().atMost(SECONDS).until(() -> client.seqs().equals(List.of(2)));
    client.leave();
  }

  @Test
  void aClientThatKeepsSendingIsCutOff() throws Exception {
    Client client = watch(documents.create());
    for (int i = 0; i < 100 && !client.closed().isDone(); i++) {
      client.socket().sendText("x", true).join();
    }
    assertThat(client.closed().get(15, TimeUnit.SECONDS)).isEqualTo(1008);
  }

  @Test
  void aMessageThatIsTooLongIsNotTaken() throws Exception {
    Client client = watch(documents.create());
    client.socket().sendText("x".repeat(100_000), true);
    await().atMost(SECONDS).until(() -> client.closed().isDone());
  }

  @Test
  void pingsThatNobodyWaitsForDoNotPileUp() throws Exception {
    String id = documents.create();
    try (Socket socket =
        Handshakes.open(stack.port(), "/ws/documents/" + id, "Host: localhost\r\n" + UPGRADE)) {
      assertThat(socket.getInputStream().readNBytes(12)).asString().contains("101");
      long before = memory();
      byte[] ping = new byte[131];
      ping[0] = (byte) 0x89;
      ping[1] = (byte) (0x80 | 125);
      OutputStream out = socket.getOutputStream();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      assertThatThrownBy(
              () -> {
                while (System.nanoTime() < end) {
                  out.write(ping);
                }
              })
          .as("cut off")
          .isInstanceOf(IOException.class);
      await().atMost(SECONDS).until(() -> memory() - before < 20 * MEGABYTE);
    }
  }

  @Test
  void thereAreNoMoreSocketsThanSet() throws Exception {
    await().atMost(SECONDS).until(() -> stack.sockets().size() == 0);
    List<Client> clients =
        Stream.generate(() -> Client.open(stack.uri("all"))).limit(MOST_SOCKETS).toList();
    await().atMost(SECONDS).until(() -> stack.sockets().size() == MOST_SOCKETS);
    assertThat(
            Handshakes.status(stack.port(), "/ws/documents/all", "Host: localhost\r\n" + UPGRADE))
        .isEqualTo(503);
    clients.forEach(Client::leave);
    await()
        .atMost(SECONDS)
        .until(
            () ->
                Handshakes.status(
                        stack.port(), "/ws/documents/all", "Host: localhost\r\n" + UPGRADE)
                    == 101);
  }

  @Test
  void readersThatDoNotReadCostNoMemoryAndAreClosed() throws Exception {
    String id = documents.create();
    List<Client> clients = new ArrayList<>();
    IntStream.range(0, 10).forEach(i -> clients.add(Client.openWithoutReading(stack.uri(id))));
    await().atMost(SECONDS).until(() -> stack.sockets().size() >= 10);
    long before = memory();
    documents.writeMany(id, 3_500, 5_000);
    documents.tell(id, "progress");
    await().atMost(SECONDS).until(() -> stack.sockets().size() == 0);
    assertThat(memory() - before).as("175 MB were to be told").isLessThan(40 * MEGABYTE);

    Client one = clients.get(0);
    one.startReading();
    assertThat(one.closed().get(30, TimeUnit.SECONDS)).isEqualTo(4408);
    int last = one.seqs().get(one.seqs().size() - 1);
    assertThat(one.seqs()).isEqualTo(numbers(2, last));

    documents.tell(id, "completed");
    Client back = Client.open(stack.uri(id + "?after=" + last));
    assertThat(back.closed().get(30, TimeUnit.SECONDS)).isEqualTo(1000);
    assertThat(back.seqs()).isEqualTo(numbers(last + 1, 3_503));
    clients.forEach(Client::leave);
  }

  @Test
  void aWatcherOfAllThatDoesNotReadIsClosed() throws Exception {
    String id = documents.create();
    Client client = Client.openWithoutReading(stack.uri("all"));
    await().atMost(SECONDS).until(() -> stack.sockets().size() >= 1);
    String event = documents.write(id, "progress", "{\"text\":\"" + "x".repeat(100_000) + "\"}");
    for (int i = 0; i < 2_000 && stack.sockets().size() > 0; i++) {
      documents.publish(event);
    }
    client.startReading();
    assertThat(client.closed().get(30, TimeUnit.SECONDS)).isEqualTo(4408);
  }

  private static Client watch(String id) {
    Client client = Client.open(stack.uri(id));
    await().atMost(SECONDS).until(() -> client.types().contains("snapshot"));
    return client;
  }

  /** Bytes in use on the heap after a collection, and in Netty's buffers outside of it. */
  private static long memory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory() + PlatformDependent.usedDirectMemory();
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }
}
