package org.documentpipeline.routing;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Component;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.Registry;

/**
 * Lends the beans of the running context to a trial one. Components belong to one context, so those
 * are not lent; a bean that was told the trial's context on the way is told its own again at the
 * end.
 */
final class LiveBeans implements BeanRepository, AutoCloseable {

  private final Registry registry;
  private final Map<CamelContextAware, CamelContext> owners = new IdentityHashMap<>();

  LiveBeans(Registry registry) {
    this.registry = registry;
  }

  @Override
  public Object lookupByName(String name) {
    return lend(registry.lookupByName(name));
  }

  @Override
  public <T> T lookupByNameAndType(String name, Class<T> type) {
    return lend(registry.lookupByNameAndType(name, type));
  }

  @Override
  public <T> Map<String, T> findByTypeWithName(Class<T> type) {
    Map<String, T> lent = new LinkedHashMap<>();
    registry
        .findByTypeWithName(type)
        .forEach(
            (name, bean) -> {
              if (lend(bean) != null) {
                lent.put(name, bean);
              }
            });
    return lent;
  }

  @Override
  public <T> Set<T> findByType(Class<T> type) {
    return new LinkedHashSet<>(findByTypeWithName(type).values());
  }

  private <T> T lend(T bean) {
    if (bean instanceof Component || bean instanceof CamelContext) {
      return null;
    }
    if (bean instanceof CamelContextAware aware) {
      owners.putIfAbsent(aware, aware.getCamelContext());
    }
    return bean;
  }

  @Override
  public void close() {
    owners.forEach(
        (bean, owner) -> {
          if (bean.getCamelContext() != owner) {
            bean.setCamelContext(owner);
          }
        });
  }
}
