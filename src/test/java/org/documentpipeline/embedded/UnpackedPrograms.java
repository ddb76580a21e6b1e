package org.documentpipeline.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * PostgreSQL's programs, unpacked once for all tests that start it in a folder of their own and
 * test something else: it takes seconds of a processor.
 */
public final class UnpackedPrograms {
  private static final Path ONCE = Path.of("target/programs").toAbsolutePath();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private UnpackedPrograms() {}

  /** Puts them where a start with this data folder would unpack them to. */
  public static synchronized void into(Path dataFolder) throws IOException {
    Path programs = Files.createDirectories(dataFolder.resolve("bin"));
    Files.createDirectories(ONCE);
    try (FileChannel channel =
            FileChannel.open(
                ONCE.resolveSibling("programs.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      new Programs(ONCE).archive("postgres", Platform.current().postgresArchive());
      if (!Processes.run(LIMIT, "cp", "-a", ONCE + "/.", programs.toString())) {
        throw new IOException(ONCE + " could not be copied to " + programs);
      }
    }
  }
}
