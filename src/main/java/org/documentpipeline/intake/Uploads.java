package org.documentpipeline.intake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.stereotype.Component;

/** The temporary files that uploads arrive in. */
@Component
class Uploads {

  /** Removes the file of an upload that has been dealt with; null is no file. */
  public void remove(File file) throws IOException {
    if (file != null) {
      Files.deleteIfExists(file.toPath());
    }
  }
}
