package org.documentpipeline;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Reports a {@link StartupException} as its one line on stderr, before anything else logs a stack
 * trace.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartupExceptionReporter implements SpringBootExceptionReporter {

  /**
   * Spring Boot gives every reporter the context, which is null when the start ended before there
   * was one.
   */
  StartupExceptionReporter(ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    StartupException known = StartupException.in(failure);
    if (known == null) {
      return false;
    }
    System.err.println(known.getMessage().replaceAll("\\s*\\R\\s*", " "));
    return true;
  }
}
