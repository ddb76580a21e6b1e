package org.documentpipeline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.documentpipeline.StartupException;

/**
 * The folder that the embedded services write to, held by one process at a time. The operating
 * system frees the lock when the process ends in whatever way.
 */
final class DataFolder implements AutoCloseable {

  /**
   * Closing any second channel on a lock file would free the lock, so this JVM must not open one
   * twice.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path root;
  private final FileChannel channel;

  private DataFolder(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /**
   * Makes the folder when it is missing and locks it.
   *
   * @throws StartupException when a live process holds the folder or it cannot be written
   */
  static DataFolder lock(Path folder) {
    Path root;
    try {
      Files.createDirectories(folder);
      root = folder.toRealPath();
    } catch (IOException e) {
      throw unusable(folder, e);
    }
    if (!HELD_HERE.add(root)) {
      throw inUse(root, String.valueOf(ProcessHandle.current().pid()));
    }
    try {
      return new DataFolder(root, lockFile(root));
    } catch (IOException e) {
      HELD_HERE.remove(root);
      throw unusable(root, e);
    } catch (RuntimeException e) {
      HELD_HERE.remove(root);
      throw e;
    }
  }

  private static FileChannel lockFile(Path root) throws IOException {
    Path owner = root.resolve("lock.pid");
    FileChannel channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw inUse(root, Files.exists(owner) ? Files.readString(owner).strip() : "unknown");
    }
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    writePrivately(owner, ProcessHandle.current().pid() + "\n");
    return channel;
  }

  private static StartupException inUse(Path root, String pid) {
    return new StartupException(
        "The data folder %s is in use by process %s: stop that one, or set PIPELINE_DATA_DIR to another folder."
            .formatted(root, pid));
  }

  private static StartupException unusable(Path folder, IOException cause) {
    return new StartupException(
        "The data folder %s cannot be written (%s): set PIPELINE_DATA_DIR to another folder."
            .formatted(folder, cause),
        cause);
  }

  Path root() {
    return root;
  }

  /** Gives the sub-folder, made when it is missing. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(root.resolve(name));
  }

  /**
   * Writes the file so that only its owner reads it and a crash leaves the old content or the new
   * one.
   */
  static void writePrivately(Path file, String text) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel out = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      out.write(StandardCharsets.UTF_8.encode(text));
      out.force(true);
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("could not free the lock of " + root, e);
    } finally {
      HELD_HERE.remove(root);
    }
  }
}
