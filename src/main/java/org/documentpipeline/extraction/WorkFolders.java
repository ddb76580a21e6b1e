package org.documentpipeline.extraction;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Folders on local disk in which a worker keeps the files of the documents it works on, one folder
 * a claim.
 */
@Component("workFolders")
class WorkFolders implements DisposableBean {
  private final Path root;

  /** Makes a root of this process's own below the system's folder for temporary files. */
  WorkFolders() throws IOException {
    root = Files.createTempDirectory("document-pipeline-");
  }

  /**
   * Makes the folder of a claim. The token is a UUID, so no name from outside ever becomes a path.
   */
  public File create(String token) throws IOException {
    return Files.createDirectories(root.resolve(UUID.fromString(token).toString())).toFile();
  }

  /** Streams a body into a file of the folder, in constant memory, and closes the stream. */
  public File save(File folder, String name, InputStream body) throws IOException {
    Path file = folder.toPath().resolve(name);
    try (body) {
      Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
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
