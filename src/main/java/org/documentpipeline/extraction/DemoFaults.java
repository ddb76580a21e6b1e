package org.documentpipeline.extraction;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Faults that a demonstration shows and that nobody should have to cause: a document that stops its
 * workers would stop everybody else's too.
 */
@Component("demoFaults")
class DemoFaults {

  /** What the file of such a document begins with. */
  static final String POISON = "%DOCUMENT-PIPELINE-DEMO poison";

  private static final byte[] BEGINNING = POISON.getBytes(StandardCharsets.US_ASCII);

  private final boolean demo;

  DemoFaults(@Value("${pipeline.demo}") boolean demo) {
    this.demo = demo;
  }

  /** Whether a file stands for a poison document; never outside a demonstration. */
  public boolean isPoison(File file) throws IOException {
    if (!demo) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file.toPath())) {
      return Arrays.equals(in.readNBytes(BEGINNING.length), BEGINNING);
    }
  }
}
