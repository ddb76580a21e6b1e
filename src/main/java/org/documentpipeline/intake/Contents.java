package org.documentpipeline.intake;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.documentpipeline.weighing.HeapNeed;

/**
 * What Tika's detectors see in a file. To tell what is in a container they build trees of some of
 * its parts, so it is weighed first.
 */
final class Contents {
  /** Stands for the type of a container that is not to be looked into. */
  static final String HEAVY = "a container of more than can be looked into";

  private static final int MANY = 32; // requests at once; what is heavier has its turn alone

  private final Detector detector = new DefaultDetector();
  private final long most;

  /** Takes as much heap as this at most for all files that are looked into together, in bytes. */
  Contents(long most) {
    this.most = most;
  }

  /** A media type without parameters, or {@link #HEAVY}. */
  String type(File file) throws IOException {
    long need = isZip(file) ? HeapNeed.ofZip(file.toPath(), most) : 0;
    if (need > most) {
      return HEAVY;
    }
    if (need > most / MANY) {
      synchronized (detector) {
        return lookInto(file);
      }
    }
    return lookInto(file);
  }

  private String lookInto(File file) throws IOException {
    try (TikaInputStream in = TikaInputStream.get(file.toPath())) {
      return detector.detect(in, new Metadata()).getBaseType().toString();
    }
  }

  private static boolean isZip(File file) throws IOException {
    try (InputStream in = Files.newInputStream(file.toPath())) {
      return in.read() == 'P' && in.read() == 'K';
    }
  }
}
