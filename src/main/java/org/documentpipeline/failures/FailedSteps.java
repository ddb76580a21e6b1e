package org.documentpipeline.failures;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.springframework.stereotype.Component;

/**
 * Remembers in which step of which route an exception came up. When it has reached the error policy
 * of the entry route, through routes that pass errors on and parts that ran beside each other,
 * Camel no longer knows. It is forgotten with the exception itself.
 */
@Component("failedSteps")
class FailedSteps implements InterceptStrategy {
  private static final int DEEPEST_CAUSE = 20;

  private final Map<Throwable, String> steps = Collections.synchronizedMap(new WeakHashMap<>());

  /** The step as {@code route-id/step-id}, the innermost that has failed of it. */
  public String of(Throwable failure) {
    return steps.getOrDefault(root(failure), "an unknown step");
  }

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext context, NamedNode node, Processor target, Processor next) {
    return new DelegateAsyncProcessor(target) {
      @Override
      public boolean process(Exchange exchange, AsyncCallback callback) {
        return super.process(
            exchange,
            done -> {
              note(exchange.getException(), node);
              callback.done(done);
            });
      }
    };
  }

  /** Steps end from the inside out, so the first to see an exception is where it came up. */
  private void note(Throwable failure, NamedNode node) {
    if (failure != null) {
      steps.computeIfAbsent(root(failure), known -> route(node) + "/" + node.getId());
    }
  }

  private static String route(NamedNode node) {
    NamedNode top = node;
    while (top.getParent() != null) {
      top = top.getParent();
    }
    return top.getId();
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < DEEPEST_CAUSE; depth++) {
      root = root.getCause();
    }
    return root;
  }
}
