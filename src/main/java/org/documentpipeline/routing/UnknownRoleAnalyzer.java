package org.documentpipeline.routing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Makes the start end with a sentence instead of a stack trace. */
final class UnknownRoleAnalyzer extends AbstractFailureAnalyzer<UnknownRoleException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnknownRoleException cause) {
    return new FailureAnalysis(
        cause.getMessage(), "Use any of api, worker, websocket, separated by commas, or services alone.", cause);
  }
}
