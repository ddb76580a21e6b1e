package org.documentpipeline.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Other processes of this machine, by their ids. */
final class Processes {

  private Processes() {}

  /**
   * Tells whether the id belongs to a living process; one that only waits to be reaped does not
   * live.
   */
  static boolean isAlive(long pid) {
    if (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
      return !isZombie(pid);
    }
    return false;
  }

  private static boolean isZombie(long pid) {
    try {
      String stat =
          Files.readString(
              Path.of("/proc", String.valueOf(pid), "stat"), StandardCharsets.ISO_8859_1);
      return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Gives the command line with spaces between the arguments; empty when there is no such process.
   */
  static String commandLine(long pid) {
    try {
      byte[] arguments = Files.readAllBytes(Path.of("/proc", String.valueOf(pid), "cmdline"));
      return new String(arguments, StandardCharsets.UTF_8).replace('\0', ' ').strip();
    } catch (IOException noProcFileSystem) {
      return Files.isDirectory(Path.of("/proc/self")) ? "" : commandLineFromPs(pid);
    }
  }

  private static String commandLineFromPs(long pid) {
    try {
      Process ps =
          new ProcessBuilder("ps", "-ww", "-o", "command=", "-p", String.valueOf(pid)).start();
      ps.getOutputStream().close();
      return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** Sends the signal (a name such as INT); a process that has gone meanwhile is no error. */
  static void signal(long pid, String name) {
    run(Duration.ofSeconds(5), "sh", "-c", "kill -s \"$0\" \"$1\"", name, String.valueOf(pid));
  }

  /** Runs a command whose output does not matter and tells whether it ended with 0 in time. */
  static boolean run(Duration limit, String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
