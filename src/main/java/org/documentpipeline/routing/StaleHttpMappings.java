package org.documentpipeline.routing;

import java.util.Map;
import org.apache.camel.component.platform.http.springboot.CamelRequestHandlerMapping;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * Takes back what HTTP endpoints that are gone have left in Spring. Camel's own mapping only ever
 * adds: a path that an edit has taken away would answer 500 instead of 404.
 */
final class StaleHttpMappings implements Runnable {

  private final ObjectProvider<CamelRequestHandlerMapping> mappings;

  StaleHttpMappings(ObjectProvider<CamelRequestHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  @Override
  public void run() {
    for (CamelRequestHandlerMapping mapping : mappings) {
      for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
          Map.copyOf(mapping.getHandlerMethods()).entrySet()) {
        if (entry.getValue().getBean() instanceof SpringBootPlatformHttpConsumer consumer
            && consumer.isStopped()) {
          mapping.unregisterMapping(entry.getKey());
        }
      }
    }
  }
}
