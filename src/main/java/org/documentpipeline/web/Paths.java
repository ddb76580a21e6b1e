package org.documentpipeline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * Which part of the server a request is for, by the path that the container itself goes by:
 * decoded, normalised, whole. Spring's own matchers see only what follows the prefix of a servlet,
 * and so would let {@code /actuator/jolokia}, which is a servlet, past the login.
 */
final class Paths {

  private static final String ACTUATOR = "/actuator";
  private static final String HEALTH = ACTUATOR + "/health";
  private static final String METRICS = ACTUATOR + "/prometheus";
  private static final String API = "/api";
  private static final Pattern PDF = Pattern.compile(API + "/documents/[^/]+/pdf");

  private Paths() {}

  static boolean isActuator(HttpServletRequest request) {
    return isUnder(ACTUATOR, request);
  }

  static boolean isHealth(HttpServletRequest request) {
    return isUnder(HEALTH, request);
  }

  /** The metrics as Prometheus reads them. */
  static boolean isMetrics(HttpServletRequest request) {
    return isUnder(METRICS, request);
  }

  static boolean isApi(HttpServletRequest request) {
    return isUnder(API, request);
  }

  /** A document's original that is shown in place, not downloaded. */
  static boolean isPdf(HttpServletRequest request) {
    return PDF.matcher(path(request)).matches();
  }

  private static boolean isUnder(String prefix, HttpServletRequest request) {
    String path = path(request);
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }

  private static String path(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return request.getServletPath() + (rest == null ? "" : rest);
  }
}
