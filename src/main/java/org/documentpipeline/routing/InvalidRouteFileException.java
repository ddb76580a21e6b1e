package org.documentpipeline.routing;

/** A route file that is not even YAML. */
final class InvalidRouteFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Violation violation;

  InvalidRouteFileException(Violation violation) {
    super(violation.toString());
    this.violation = violation;
  }

  Violation violation() {
    return violation;
  }
}
