package org.documentpipeline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child process that ends when this JVM ends, however that happens: a small shell around it waits
 * for the end of the pipe whose other end only this JVM holds, then stops the program in good
 * order.
 */
final class ChildProcess {

  private static final Logger log = LoggerFactory.getLogger(ChildProcess.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
  private static final long LOG_LIMIT_BYTES = 4L << 20;

  /**
   * The watcher gives the program 10 s to stop by itself. Ctrl-C is for the JVM: it does not reach
   * the program.
   */
  private static final String WRAPPER =
      """
      pidfile=$1 stop=$2 force=$3; shift 3
      exec 3<&0 </dev/null
      trap '' INT HUP TERM
      (trap - INT HUP TERM; exec "$@" 3<&-) &
      program=$!
      echo $program >"$pidfile.new" && mv "$pidfile.new" "$pidfile"
      (
        read -r _ <&3
        kill -s "$stop" $program
        n=0
        while [ $n -lt 50 ] && kill -0 $program; do sleep 0.2; n=$((n+1)); done
        kill -s "$force" $program
      ) >/dev/null 2>&1 &
      watcher=$!
      exec 3<&- 2>/dev/null
      wait $program
      code=$?
      kill -s KILL $watcher
      exit $code
      """;

  private final Program program;
  private final Process shell;

  private ChildProcess(Program program, Process shell) {
    this.program = program;
    this.shell = shell;
  }

  static ChildProcess start(Program program) throws IOException {
    keepLogSmall(program.log());
    List<String> command = new ArrayList<>();
    if (HasSetsid.VALUE) {
      command.add("setsid");
    }
    String script = HasSetsid.VALUE ? WRAPPER : "set -m 2>/dev/null\n" + WRAPPER;
    command.addAll(List.of("sh", "-c", script, "sh", program.pidFile().toString()));
    command.addAll(List.of(program.stopSignal(), program.forceSignal()));
    command.addAll(program.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile()));
    Map<String, String> environment = builder.environment();
    String path = environment.get("PATH");
    environment.clear();
    environment.put("PATH", path == null ? "/usr/local/bin:/usr/bin:/bin" : path);
    environment.put("LC_ALL", "C");
    return new ChildProcess(program, builder.start());
  }

  /**
   * A session of its own keeps a terminal's Ctrl-C away; macOS has no such command, its shell's job
   * control does.
   */
  private static final class HasSetsid {
    static final boolean VALUE = Processes.run(Duration.ofSeconds(5), "setsid", "true");
  }

  private static void keepLogSmall(Path file) throws IOException {
    if (Files.exists(file) && Files.size(file) > LOG_LIMIT_BYTES) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  boolean isAlive() {
    return shell.isAlive();
  }

  /** Waits for the program's own end and gives its exit code. */
  int waitFor() throws InterruptedException {
    return shell.waitFor();
  }

  /** Runs the action, on a thread of its own, once the program has ended. */
  void onEnd(Runnable action) {
    shell.onExit().thenRun(() -> EmbeddedServices.thread(action).start());
  }

  /**
   * Stops the program in good order, by force when that takes longer than 15 s, and returns once it
   * is gone.
   */
  void stop() {
    try {
      shell.getOutputStream().close();
      if (!shell.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn(
            "{} did not stop within {} s and is ended by force",
            program.name(),
            STOP_LIMIT.toSeconds());
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
      }
    } catch (IOException e) {
      log.warn("{} could not be told to stop: {}", program.name(), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
