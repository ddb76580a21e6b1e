package org.documentpipeline.routing;

/** {@code pipeline.roles} names something that is no role. */
final class UnknownRoleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownRoleException(String role) {
    super("PIPELINE_ROLES names the unknown role '" + role + "'.");
  }
}
