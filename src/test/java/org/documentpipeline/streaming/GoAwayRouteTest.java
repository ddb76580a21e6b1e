package org.documentpipeline.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service that stops, for a reload or for good, tells its watchers to come back. */
class GoAwayRouteTest {

  private static final Duration SECONDS = Duration.ofSeconds(15);

  private static StreamingStack stack;

  @BeforeAll
  static void prepare() throws Exception {
    stack = StreamingStack.shared().start();
  }

  @AfterAll
  static void stop() {
    stack.stop();
  }

  @Test
  void aRestartedRouteAndAStoppedServiceCloseWith1012() throws Exception {
    String id = stack.documents().create();
    List<Client> first = watchers(id);
    int port = stack.port();
    stack.camel().getRouteController().stopRoute("accept-watcher");
    for (Client client : first) {
      assertThat(client.closed().get(10, TimeUnit.SECONDS)).isEqualTo(1012);
    }

    stack.camel().getRouteController().startRoute("accept-watcher");
    assertThat(stack.port()).isEqualTo(port);
    List<Client> second = watchers(id);
    stack.documents().tell(id, "progress");
    await()
        .atMost(SECONDS)
        .until(() -> second.stream().allMatch(client -> client.types().contains("progress")));

    stack.stop();
    for (Client client : second) {
      assertThat(client.closed().get(10, TimeUnit.SECONDS)).isEqualTo(1012);
    }
  }

  private static List<Client> watchers(String id) {
    List<Client> clients =
        Stream.of(id, id, "all", id + "?after=0")
            .map(target -> Client.open(stack.uri(target)))
            .toList();
    await().atMost(SECONDS).until(() -> stack.sockets().size() == clients.size());
    await().atMost(SECONDS).until(() -> clients.get(0).types().contains("snapshot"));
    return clients;
  }
}
