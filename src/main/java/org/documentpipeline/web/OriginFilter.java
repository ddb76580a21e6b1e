package org.documentpipeline.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what another site's page sends, before anything reads the request. */
class OriginFilter extends OncePerRequestFilter {

  private final OriginRules rules;

  OriginFilter(OriginRules rules) {
    this.rules = rules;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String host = request.getHeader(HttpHeaders.HOST);
    // Load balancers ask for the health, and Prometheus for the metrics, by a container's address,
    // which no name pointed at this machine can be.
    boolean inside =
        Paths.isHealth(request) || Paths.isMetrics(request) && OriginRules.isAddress(host);
    if (!inside && !rules.allowsHost(host)) {
      refuse(
          response,
          "This address is not one that the server is known under. Set PIPELINE_PUBLIC_URL to allow it.");
    } else if (!rules.allowsOrigin(origin)
        || !rules.allowsFetch(request.getMethod(), origin, request.getHeader("Sec-Fetch-Site"))) {
      refuse(response, "Requests from the pages of other sites are refused.");
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void refuse(HttpServletResponse response, String detail) throws IOException {
    ProblemWriter.write(response, new Problem(403, "forbidden-origin", detail, null));
  }
}
