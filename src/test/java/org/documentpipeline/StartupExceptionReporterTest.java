package org.documentpipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class StartupExceptionReporterTest {

  @Configuration(proxyBeanMethods = false)
  static class Broken {
    @Bean
    String provider() {
      throw new StartupException("OPENAI_API_KEY is missing.\nSet it.");
    }
  }

  @Test
  void printsOneLineForAFailingBeanAndNoStackTrace(CapturedOutput output) {
    SpringApplication application = new SpringApplication(Broken.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    assertThatThrownBy(application::run).isInstanceOf(BeanCreationException.class);
    assertThat(output.getErr().lines()).containsExactly("OPENAI_API_KEY is missing. Set it.");
    assertThat(output.getAll()).doesNotContain("\tat ");
  }

  @Test
  void leavesOtherFailuresToSpring() {
    assertThat(
            new StartupExceptionReporter(null).reportException(new IllegalStateException("other")))
        .isFalse();
  }
}
