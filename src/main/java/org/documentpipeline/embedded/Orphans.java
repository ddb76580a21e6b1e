package org.documentpipeline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.documentpipeline.StartupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what an earlier run left behind. Call it only while holding the data folder's lock. */
final class Orphans {

  private static final Logger log = LoggerFactory.getLogger(Orphans.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(12);

  private Orphans() {}

  /**
   * Ends the process that the file names, when it lives and is one of ours: process ids are used
   * again, so its command line must name a program inside the folder.
   *
   * @param pidFile a file whose first line is a process id; a missing one means there is nothing to
   *     end
   * @param programs the folder that our programs are unpacked to
   * @throws StartupException when the process lives on
   */
  static void end(Path pidFile, Path programs, String stopSignal, String forceSignal) {
    end(pidFile, programs, stopSignal, forceSignal, STOP_LIMIT);
  }

  /** The same with another time that each signal is given. */
  static void end(
      Path pidFile, Path programs, String stopSignal, String forceSignal, Duration limit) {
    long pid = read(pidFile);
    if (!isOurs(pid, programs)) {
      return;
    }
    log.info(
        "Process {} was left behind by an earlier run and is stopped: {}",
        pid,
        Processes.commandLine(pid));
    Processes.signal(pid, stopSignal);
    if (isGone(pid, programs, limit)) {
      return;
    }
    Processes.signal(pid, forceSignal);
    if (!isGone(pid, programs, limit)) {
      throw new StartupException(
          "Process %d, left behind by an earlier run, cannot be stopped: end it and start again."
              .formatted(pid));
    }
  }

  /** Tells whether the id belongs to a living process that runs a program inside the folder. */
  static boolean isOurs(long pid, Path programs) {
    return pid > 0
        && Processes.isAlive(pid)
        && Processes.commandLine(pid).startsWith(programs + "/");
  }

  /** Reads the process id on the file's first line; 0 when there is none. */
  static long read(Path pidFile) {
    try {
      return Long.parseLong(Files.readString(pidFile).lines().findFirst().orElse("").strip());
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private static boolean isGone(long pid, Path programs, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (isOurs(pid, programs)) {
      if (System.nanoTime() > end) {
        return false;
      }
      Pause.briefly();
    }
    return true;
  }
}
