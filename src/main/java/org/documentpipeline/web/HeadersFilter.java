package org.documentpipeline.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What browsers are told about every answer: how to treat it, what it may load, how long to keep
 * it.
 */
class HeadersFilter extends OncePerRequestFilter {

  private static final String CSP = "Content-Security-Policy";
  private static final String PAGE_POLICY =
      "default-src 'self'; connect-src 'self' %s; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
          + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  private final Addresses addresses;

  HeadersFilter(Addresses addresses) {
    this.addresses = addresses;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    // Not no-referrer: with that, a browser's own form posts would come with the Origin null.
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (Paths.isApi(request)) {
      // An uploaded page or picture that a browser opens in spite of everything must not run here.
      response.setHeader(CSP, "default-src 'none'; frame-ancestors 'none'; sandbox");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    } else if (!Paths.isActuator(request)) {
      // Hawtio brings a policy of its own for what its pages need.
      response.setHeader(
          CSP, PAGE_POLICY.formatted(addresses.webSocketUrl(request.getHeader(HttpHeaders.HOST))));
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
    chain.doFilter(request, response);
  }
}
