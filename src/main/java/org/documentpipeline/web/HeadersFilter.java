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
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
          + "connect-src 'self' %s; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  // An uploaded page or picture that a browser opens in spite of everything must not run here.
  private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

  // Browsers apply a PDF's own policy to the viewer they show it in, which sandbox, object-src and
  // default-src would each break. What is a PDF is decided by content and named by the route; with
  // nosniff it is nothing else.
  private static final String PDF_POLICY = "frame-ancestors 'none'";

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
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    if (Paths.isApi(request)) {
      response.setHeader(CSP, Paths.isPdf(request) ? PDF_POLICY : DATA_POLICY);
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
