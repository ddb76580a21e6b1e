package org.documentpipeline.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request whose announced length is too much before its body is read, and bounds a body
 * of unknown length that would be held in memory. Multipart bodies of unknown length are bounded by
 * the multipart settings.
 */
class LimitFilter extends OncePerRequestFilter {

  private final UploadLimits limits;

  LimitFilter(UploadLimits limits) {
    this.limits = limits;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !Paths.isApi(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean multipart = isMultipart(request);
    if (request.getContentLengthLong() > (multipart ? limits.multipart() : limits.buffered())) {
      ProblemWriter.write(response, multipart ? limits.tooLarge() : limits.textTooLarge());
    } else {
      chain.doFilter(multipart ? request : new LimitedRequest(request, limits), response);
    }
  }

  private static boolean isMultipart(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }
}
