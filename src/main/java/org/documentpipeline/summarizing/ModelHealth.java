package org.documentpipeline.summarizing;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Says when the model is away. The status is one of our own, which never makes the whole process
 * count as ill: restarting it would not bring the model back.
 */
@Component("modelHealthIndicator")
class ModelHealth implements HealthIndicator {
  private static final Status WAITING = new Status("WAITING", "The model does not answer");

  private final ModelCircuit circuit;

  ModelHealth(ModelCircuit circuit) {
    this.circuit = circuit;
  }

  @Override
  public Health health() {
    ModelCircuit.Outage outage = circuit.outage();
    return outage == null
        ? Health.up().build()
        : Health.status(WAITING)
            .withDetail("since", outage.since())
            .withDetail("nextTry", outage.nextTry())
            .withDetail("reason", outage.reason())
            .build();
  }
}
