package org.documentpipeline;

import org.documentpipeline.queueing.Readiness;
import org.documentpipeline.summarizing.ModelCircuit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Joins what the packages do not know of each other: no document is taken while the model is away.
 */
@Configuration(proxyBeanMethods = false)
class ModelReadiness {

  @Bean
  Readiness modelAnswers(ModelCircuit circuit) {
    return circuit::mayTake;
  }
}
