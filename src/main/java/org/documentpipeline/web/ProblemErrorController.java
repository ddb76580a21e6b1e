package org.documentpipeline.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The last word on a request that ended in an error outside of routes and controllers. */
@Controller
class ProblemErrorController implements ErrorController {

  private static final Logger log = LoggerFactory.getLogger(ProblemErrorController.class);

  private final Problems problems;
  private final UploadLimits limits;

  ProblemErrorController(Problems problems, UploadLimits limits) {
    this.problems = problems;
    this.limits = limits;
  }

  @RequestMapping("${server.error.path:${error.path:/error}}")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Problem problem = problem(request);
    if (problem.status() == 500) {
      log.error(
          "{} {} failed",
          request.getMethod(),
          request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
          (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    }
    ProblemWriter.write(response, problem);
  }

  private Problem problem(HttpServletRequest request) {
    if (request.getAttribute(LimitedRequest.EXCEEDED) != null) {
      return limits.textTooLarge();
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (status instanceof Integer known && known != 500) {
      return Problems.ofStatus(known);
    }
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
      return problems.describe(failure);
    }
    return Problems.ofStatus(status == null ? 404 : 500);
  }
}
