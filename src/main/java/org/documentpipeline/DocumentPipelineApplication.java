package org.documentpipeline;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the services of {@code PIPELINE_ROLES} and, beside them, whatever no outside address is
 * set for.
 */
@SpringBootApplication
public class DocumentPipelineApplication {

  /** Runs until it is stopped; a start that fails ends the JVM with exit code 1. */
  public static void main(String[] arguments) {
    StandardOutput.toStandardError();
    TermSignal.exitsNormally();
    try {
      application(Path.of("")).run(arguments);
    } catch (SpringApplication.AbandonedRunException e) {
      throw e;
    } catch (Throwable e) {
      // Spring has reported it; without an exit the threads of the S3 server would keep the JVM.
      System.exit(1);
    }
  }

  static SpringApplication application(Path workingDirectory) {
    PipelineHome home = PipelineHome.of(workingDirectory);
    SpringApplication application = new SpringApplication(DocumentPipelineApplication.class);
    application.setDefaultProperties(
        Map.of(
            "pipeline.home",
            home.prefix(),
            "spring.config.location",
            home.prefix() + "application.yaml"));
    application.addListeners(
        new StandardOutput(), new EmbeddedServicesStarter(home, StandardOutput.ORIGINAL));
    return application;
  }
}
