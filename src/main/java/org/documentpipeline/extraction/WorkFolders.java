package org.documentpipeline.extraction;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Folders on local disk in which a worker keeps the files of the documents it works on, one folder
 * a claim.
 */
@Component("workFolders")
class WorkFolders implements DisposableBean {
  private final Path root;

  /**
   * Makes a root of this process's own in the data folder, and removes those of processes that were
   * killed.
   */
  WorkFolders(@Value("${pipeline.data-dir:.data}") String dataFolder) throws IOException {
    Path all = Files.createDirectories(Path.of(dataFolder, "work").toAbsolutePath());
    root = all.resolve(Long.toString(ProcessHandle.current().pid()));
    try (Stream<Path> folders = Files.list(all)) {
      folders
          .filter(folder -> folder.equals(root) || !isAlive(folder))
          .forEach(WorkFolders::delete);
    }
    Files.createDirectories(root);
  }

  private static boolean isAlive(Path folder) {
    String name = folder.getFileName().toString();
    return name.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(name)).isPresent();
  }

  private static void delete(Path folder) {
    FileSystemUtils.deleteRecursively(folder.toFile());
  }

  /**
   * Makes the folder of a claim. The token is a UUID, so no name from outside ever becomes a path.
   */
  public File create(String token) throws IOException {
    Path folder = root.resolve(UUID.fromString(token).toString());
    return WorkFileException.guard(() -> Files.createDirectories(folder)).toFile();
  }

  /**
   * Streams a body into a file of the folder, in constant memory, and closes the stream. Throws
   * OriginalUnavailableException when it breaks off or the disk is full.
   */
  public File save(File folder, String name, InputStream body) throws IOException {
    Path file = folder.toPath().resolve(name);
    try (body) {
      Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new OriginalUnavailableException(e);
    }
    return file.toFile();
  }

  /** Removes a folder and all in it; null is no folder. */
  public void remove(File folder) {
    if (folder != null) {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  @Override
  public void destroy() {
    FileSystemUtils.deleteRecursively(root.toFile());
  }
}
