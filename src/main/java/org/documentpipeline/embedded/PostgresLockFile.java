package org.documentpipeline.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * PostgreSQL's own lock file. After a kill it stays, and when its process id now belongs to
 * something else of the same user (in a container the ids soon repeat), PostgreSQL refuses to
 * start.
 */
final class PostgresLockFile {

  /** Higher than any system's largest process id. */
  private static final String NO_PROCESS = "99999999";

  private PostgresLockFile() {}

  /**
   * Puts an id that no process can have into a lock file that was left behind. The rest of the file
   * stays: with it PostgreSQL checks that no process of the last run still uses the shared memory.
   * Call it only when the process that the file names is known to be gone.
   */
  static void disown(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (Files.exists(file)) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      Files.writeString(
          file, text.replaceFirst("^-?\\d+", NO_PROCESS), StandardCharsets.ISO_8859_1);
    }
  }
}
