package org.documentpipeline.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * Answers with a problem what the server refuses before any filter sees it, such as a malformed
 * request line.
 */
class ProblemReportValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, Throwable failure) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      ProblemWriter.write(response, Problems.ofStatus(response.getStatus()));
      response.finishResponse();
    } catch (IOException e) {
      container.getLogger().debug("The client went away before it got its error", e);
    }
  }
}
