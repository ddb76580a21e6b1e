package org.documentpipeline.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Redis beside the JVM, with an append-only file that is synced every second. */
final class RedisServer implements Server {

  private static final int ANSWER_LIMIT_MILLIS = 2_000;

  private final SupervisedProcess process;
  private final String url;

  private RedisServer(SupervisedProcess process, String url) {
    this.process = process;
    this.url = url;
  }

  static RedisServer start(Home home, int wantedPort) throws IOException {
    Path executable = home.programs().executable("redis-server", Platform.current().redisProgram());
    Path configuration = home.folder().folder("redis").resolve("redis.conf");
    String password = home.secrets().redis();
    SupervisedProcess process =
        SupervisedProcess.start(
            EmbeddedService.REDIS,
            wantedPort,
            port -> {
              Orphans.end(home.pidFile("redis"), home.programsFolder(), "TERM", "KILL");
              DataFolder.writePrivately(
                  configuration, configuration(configuration.getParent(), port, password));
              List<String> command = List.of(executable.toString(), configuration.toString());
              return home.program("redis", command, "TERM", "KILL");
            },
            port -> answers(port, password));
    return new RedisServer(
        process, "redis://default:%s@%s:%d".formatted(password, Ports.HOST, process.port()));
  }

  private static String configuration(Path folder, int port, String password) {
    return """
        bind %s
        port %d
        requirepass %s
        dir "%s"
        appendonly yes
        appendfsync everysec
        save ""
        loglevel warning
        set-proc-title no
        """
        .formatted(
            Ports.HOST,
            port,
            password,
            folder.toString().replace("\\", "\\\\").replace("\"", "\\\""));
  }

  /** Tells whether our own Redis has loaded its data: it alone knows the password. */
  private static boolean answers(int port, String password) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(Ports.HOST, port), ANSWER_LIMIT_MILLIS);
      socket.setSoTimeout(ANSWER_LIMIT_MILLIS);
      String request = "AUTH %s\r\nPING\r\n".formatted(password);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return "+OK".equals(in.readLine()) && "+PONG".equals(in.readLine());
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public Map<String, String> environment() {
    return Map.of("SPRING_DATA_REDIS_URL", url);
  }

  @Override
  public void close() {
    process.close();
  }
}
