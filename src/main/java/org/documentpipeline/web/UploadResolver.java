package org.documentpipeline.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * Takes exactly one file a request, and removes what a route was given of it when the request ends,
 * however it ends: Camel's platform-http leaves its temporary file behind.
 */
class UploadResolver extends StandardServletMultipartResolver {

  private static final Logger log = LoggerFactory.getLogger(UploadResolver.class);
  private static final String COPIES = UploadResolver.class.getName() + ".copies";

  private final UploadLimits limits;

  UploadResolver(UploadLimits limits) {
    this.limits = limits;
  }

  // What could not be read the first time cannot be read for the error page either.
  @Override
  public boolean isMultipart(HttpServletRequest request) {
    return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
  }

  @Override
  public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
    if (request.getAttribute(COPIES) == null) {
      request.setAttribute(COPIES, new ConcurrentLinkedQueue<Path>());
    }
    UploadRequest upload = parse(request);
    // Not again when an asynchronous request comes back with its answer.
    if (request.getDispatcherType() == DispatcherType.REQUEST) {
      check(upload);
    }
    return upload;
  }

  @Override
  public void cleanupMultipart(MultipartHttpServletRequest request) {
    super.cleanupMultipart(request);
    for (Path copy : copies(request)) {
      try {
        Files.deleteIfExists(copy);
      } catch (IOException e) {
        log.warn("An uploaded file stays behind: {}", copy, e);
      }
    }
  }

  // Not a MultipartException: where the connection broke off, Spring would go on as if the request
  // had no parts.
  private UploadRequest parse(HttpServletRequest request) {
    try {
      return new UploadRequest(request, copies(request));
    } catch (MultipartException e) {
      Problem problem = MultipartFailures.describe(e, limits);
      throw ProblemException.of(problem);
    }
  }

  private void check(UploadRequest upload) {
    int files = upload.files();
    if (files == 1 && upload.getFile("file") != null) {
      return;
    }
    super.cleanupMultipart(upload);
    throw new ProblemException(
        400,
        "bad-request",
        files > 1
            ? "Send one file in each request."
            : "The part named file is missing, or it has no file name.");
  }

  @SuppressWarnings("unchecked")
  private static Queue<Path> copies(HttpServletRequest request) {
    return (Queue<Path>) request.getAttribute(COPIES);
  }
}
