package org.documentpipeline.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says {@code 503 unavailable} while the routes are not there yet, or not any more: the web server
 * is up before them, and a 404 would be believed.
 */
final class StartingFilter extends OncePerRequestFilter {

  private static final int RETRY_AFTER = 2;
  private static final Problem NOT_READY =
      new Problem(
          503,
          "unavailable",
          "The server is just starting or stopping. Please try again.",
          RETRY_AFTER);

  private final ApplicationAvailability availability;

  StartingFilter(ApplicationAvailability availability) {
    this.availability = availability;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean api = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    if (api && availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
      ProblemWriter.write(response, NOT_READY);
    } else {
      chain.doFilter(request, response);
    }
  }
}
