package org.documentpipeline.product;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of a cluster: a role of the packaged application, to be killed and started again. */
final class ClusterNode {
  private static final Duration START_LIMIT = Duration.ofSeconds(120);

  private final String name;
  private final Path folder;
  private final List<String> command;
  private final Map<String, String> settings;
  private final int port = freePort();
  private final Api api = new Api(port);
  private Process process;

  ClusterNode(String name, Path folder, List<String> command, Map<String, String> settings) {
    this.name = name;
    this.folder = folder;
    this.command = command;
    this.settings = new HashMap<>(settings);
    this.settings.put("SERVER_PORT", String.valueOf(port));
    this.settings.put("PIPELINE_DATA_DIR", folder.resolve(name).toString());
  }

  String name() {
    return name;
  }

  Api api() {
    return api;
  }

  void start() {
    process = run(command, settings, folder, new File(folder.toFile(), name + ".log"));
  }

  /** Runs a command with these settings and none of this process's own. */
  static Process run(List<String> command, Map<String, String> settings, Path folder, File log) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Product.forgetSettings(builder.environment());
    builder.environment().putAll(settings);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log));
    if (!settings.getOrDefault("PIPELINE_ROLES", "").equals("services")) {
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    }
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isUp() {
    try {
      return process.isAlive()
          && api.get("/actuator/health").json().path("status").asText().equals("UP");
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  void awaitUp() {
    await(name + " is up")
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(200))
        .failFast(name + " ended while it started", () -> !process.isAlive())
        .until(this::isUp);
  }

  /** SIGKILL, and a start right after it. */
  void killAndStart() {
    kill();
    start();
  }

  void kill() {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      end(Duration.ofSeconds(10));
    }
  }

  /** SIGTERM; gives the exit code, or -1 when it has not ended by then. */
  int terminate(Duration limit) {
    process.destroy();
    return end(limit) ? process.exitValue() : -1;
  }

  /** Sends STOP or CONT. */
  void signal(String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  private boolean end(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
