package org.documentpipeline.web;

import java.nio.file.FileSystemException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;

/** Tells apart why a multipart request could not be read. */
final class MultipartFailures {

  private MultipartFailures() {}

  static Problem describe(Throwable failure, UploadLimits limits) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FileCountLimitExceededException) {
        return new Problem(400, "bad-request", "There are too many parts in the request.", null);
      }
      if (cause instanceof SizeException) {
        return limits.tooLarge();
      }
      if (cause instanceof FileSystemException) {
        return new Problem(
            503, "unavailable", "The server has no room for the file now. Please try again.", 5);
      }
      if (cause instanceof IOFileUploadException) {
        return new Problem(400, "bad-request", "The upload broke off before its end.", null);
      }
    }
    return new Problem(
        400, "bad-request", "The body is not well-formed multipart/form-data.", null);
  }
}
