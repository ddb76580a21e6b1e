package org.documentpipeline.routes;

import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;

/** A timer that fires when a test says so. Takes the options of Camel's own and minds none. */
final class ManualTimer extends DefaultComponent {

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
    parameters.clear();
    return new DefaultEndpoint(uri, this) {
      @Override
      public Producer createProducer() {
        throw new UnsupportedOperationException("Nothing is sent to a timer");
      }

      @Override
      public Consumer createConsumer(Processor processor) {
        return new DefaultConsumer(this, processor);
      }
    };
  }
}
