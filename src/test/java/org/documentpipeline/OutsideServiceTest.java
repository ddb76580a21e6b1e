package org.documentpipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideServiceTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db:5433/x?ssl=true, db, 5433",
    "jdbc:postgresql://db/x, db, 5432",
    "jdbc:postgresql:x, localhost, 5432",
    "redis://user:secret@cache:6380/1, cache, 6380",
    "rediss://cache, cache, 6379",
    "http://127.0.0.1:9000, 127.0.0.1, 9000",
    "https://sqs.example.org/path, sqs.example.org, 443"
  })
  void findsHostAndPort(String address, String host, int port) {
    assertThat(OutsideService.of("ANY", address).addresses())
        .containsExactly(InetSocketAddress.createUnresolved(host, port));
  }

  @Test
  void findsEveryHostOfADatabase() {
    assertThat(OutsideService.of("ANY", "jdbc:postgresql://a,b:5433/x").addresses())
        .extracting(InetSocketAddress::getHostString)
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jdbc:mysql://db/x", "db:5432", "ftp://host", "http:///path", "not an address"})
  void refusesWhatIsNoAddress(String address) {
    assertThatThrownBy(() -> OutsideService.of("THE_SETTING", address))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("THE_SETTING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"redi://user:secret@host", "jdbc:mysql://db/x?password=secret&a=b"})
  void keepsPasswordsOutOfTheMessage(String address) {
    assertThatThrownBy(() -> OutsideService.of("ANY", address)).hasMessageNotContaining("secret");
  }

  @Test
  void isContentWithOneThatAnswers() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String address =
          "jdbc:postgresql://127.0.0.1:1,127.0.0.1:%d/x".formatted(server.getLocalPort());
      assertThatNoException()
          .isThrownBy(() -> OutsideService.of("ANY", address).awaitAnswer(Duration.ZERO));
    }
  }

  @Test
  void saysWhichSettingDoesNotAnswer() throws Exception {
    int closed;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      closed = server.getLocalPort();
    }
    OutsideService service =
        OutsideService.of("SPRING_DATA_REDIS_URL", "redis://127.0.0.1:" + closed);
    assertThatThrownBy(() -> service.awaitAnswer(Duration.ofMillis(300)))
        .isInstanceOf(StartupException.class)
        .hasMessageStartingWith("SPRING_DATA_REDIS_URL: no answer from 127.0.0.1:" + closed);
  }

  @Test
  void saysThatAHostIsUnknown() {
    OutsideService service =
        OutsideService.of("AWS_ENDPOINT_URL_S3", "http://no-such-host.invalid");
    assertThatThrownBy(() -> service.awaitAnswer(Duration.ZERO))
        .hasMessageContaining("unknown host");
  }
}
