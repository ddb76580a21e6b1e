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
    // Load balancers and Prometheus ask by address; for the metrics they have to log in, which the
    // page of a foreign name can not.
    boolean byAddress = Paths.isHealth(request) || Paths.isMetrics(request);
    if (!byAddress && !rules.allowsHost(request.getHeader(HttpHeaders.HOST))) {
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
