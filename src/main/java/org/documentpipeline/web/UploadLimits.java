package org.documentpipeline.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How large a request may be. */
@Component
class UploadLimits {

  /** Boundaries, part headers and the option fields around the file. */
  private static final long MULTIPART_OVERHEAD = DataSize.ofMegabytes(1).toBytes();

  /** A body that is not multipart is held in memory. */
  private static final DataSize BUFFERED = DataSize.ofMegabytes(16);

  private final DataSize upload;

  UploadLimits(@Value("${pipeline.max-upload:200MB}") DataSize upload) {
    this.upload = upload;
  }

  /** Largest file, in bytes. */
  long file() {
    return upload.toBytes();
  }

  /** Largest multipart request, in bytes. */
  long multipart() {
    return upload.toBytes() + MULTIPART_OVERHEAD;
  }

  /** Largest body of any other kind, in bytes. */
  long buffered() {
    return Math.min(BUFFERED.toBytes(), multipart());
  }

  Problem tooLarge() {
    return new Problem(
        413,
        "too-large",
        "The file is larger than the " + text(upload) + " that are accepted.",
        null);
  }

  Problem textTooLarge() {
    return new Problem(
        413,
        "too-large",
        "A text can have at most "
            + text(DataSize.ofBytes(buffered()))
            + ". Send a larger one as a file.",
        null);
  }

  private static String text(DataSize size) {
    boolean whole = size.equals(DataSize.ofMegabytes(size.toMegabytes()));
    return whole ? size.toMegabytes() + " MB" : size.toBytes() + " bytes";
  }
}
