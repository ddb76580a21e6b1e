package org.documentpipeline.web;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;

/** Tells apart why a multipart request could not be read. */
final class MultipartFailures {
  private static final int RETRY_AFTER = 5;

  private MultipartFailures() {}

  static Problem describe(Throwable failure, UploadLimits limits) {
    boolean brokeOff = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FileCountLimitExceededException) {
        return new Problem(400, "bad-request", "There are too many parts in the request.", null);
      }
      if (cause instanceof SizeException) {
        return limits.tooLarge();
      }
      if (isOurs(cause)) {
        return new Problem(
            503,
            "unavailable",
            "The server has no room for the file now. Please try again.",
            RETRY_AFTER);
      }
      brokeOff |= cause instanceof IOFileUploadException;
      if (cause instanceof BadRequestException) {
        // Of the connection; what it wraps may look like trouble of our own.
        break;
      }
    }
    return new Problem(
        400,
        "bad-request",
        brokeOff
            ? "The upload broke off before its end."
            : "The body is not well-formed multipart/form-data.",
        null);
  }

  /**
   * Whether the file could not be written. Tomcat has classes of its own for whatever goes wrong
   * with reading the request, but writes through java.io, which says no more than IOException.
   */
  private static boolean isOurs(Throwable cause) {
    return cause instanceof FileSystemException
        || cause instanceof FileNotFoundException
        || cause.getClass() == IOException.class;
  }
}
