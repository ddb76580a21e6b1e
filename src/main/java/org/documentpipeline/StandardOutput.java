package org.documentpipeline;

import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Keeps stdout for the settings that the role {@code services} prints: everything else goes to
 * stderr. Until the roles are known, so does everything of the other roles.
 */
class StandardOutput implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  static final PrintStream ORIGINAL = System.out;

  static void toStandardError() {
    System.setOut(System.err);
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    if (!ServiceChoice.isServicesAlone(event.getEnvironment())) {
      System.setOut(ORIGINAL);
    }
  }

  /** Before the first line is logged. */
  @Override
  public int getOrder() {
    return LoggingApplicationListener.DEFAULT_ORDER - 1;
  }
}
