package org.documentpipeline.summarizing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Accounts for tests. */
final class CallAccounts {

  private CallAccounts() {}

  /** One without prices. */
  static CallAccount free() {
    return counting(new SimpleMeterRegistry());
  }

  /** One without prices that counts here. */
  static CallAccount counting(MeterRegistry registry) {
    return new CallAccount(
        new ModelInfo("fake", "fake-1", null), new Prices("", "USD"), provider(registry));
  }

  /** A context with these metrics; null for none. */
  static ObjectProvider<MeterRegistry> provider(MeterRegistry registry) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    if (registry != null) {
      beans.addBean("metrics", registry);
    }
    return beans.getBeanProvider(MeterRegistry.class);
  }
}
