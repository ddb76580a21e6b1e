package org.documentpipeline.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A JVM of its own with the role {@code services}. */
final class ServicesProcess implements AutoCloseable {

  private static final int LIMIT_SECONDS = 60;

  private final Process process;
  private final Path errors;

  private ServicesProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  static ServicesProcess start(Path dataDir, Path errors) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "org.documentpipeline.DocumentPipelineApplication");
    builder.environment().keySet().removeIf(name -> name.matches("(PIPELINE|SPRING|AWS)_.*"));
    builder.environment().put("PIPELINE_ROLES", "services");
    builder.environment().put("PIPELINE_DATA_DIR", dataDir.toString());
    builder.redirectError(errors.toFile());
    return new ServicesProcess(builder.start(), errors);
  }

  /** Waits for the empty line and gives the settings printed before it. */
  Map<String, String> settings() throws Exception {
    CompletableFuture<Map<String, String>> read = CompletableFuture.supplyAsync(this::read);
    return read.get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  private Map<String, String> read() {
    Map<String, String> settings = new LinkedHashMap<>();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.isEmpty()) {
          return settings;
        }
        int equals = line.indexOf('=');
        if (equals < 0) {
          throw new IllegalStateException("not a setting: " + line);
        }
        settings.put(line.substring(0, equals), line.substring(equals + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("ended before it was ready: " + errors());
  }

  String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  List<Long> descendants() {
    return process.descendants().map(ProcessHandle::pid).toList();
  }

  /** Sends SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** Sends SIGKILL. */
  void kill() {
    process.destroyForcibly();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running: " + errors());
    }
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    exitCode();
  }
}
