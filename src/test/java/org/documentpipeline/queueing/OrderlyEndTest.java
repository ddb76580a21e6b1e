package org.documentpipeline.queueing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class OrderlyEndTest {
  private final WorkRoom room = new WorkRoom(1);
  private final CopyOnWriteArrayList<String> released = new CopyOnWriteArrayList<>();
  private final DefaultCamelContext camel = new DefaultCamelContext();

  private boolean broken;

  @BeforeEach
  void start() throws Exception {
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:release-documents")
                .process(
                    ask -> {
                      if (broken) {
                        throw new IllegalStateException("made to fail by the test");
                      }
                      released.add("all");
                    });
          }
        });
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void withNothingAtWorkTheEndComesAtOnce() {
    end().onApplicationEvent(null);
    assertThat(room.isOpen()).isFalse();
    assertThat(released).isEmpty();
  }

  @Test
  void whatIsAtWorkIsGivenBack() throws Exception {
    room.enter();
    end().onApplicationEvent(null);
    assertThat(released).containsExactly("all");
  }

  @Test
  void aReleaseThatFailsDoesNotStopTheEnd() throws Exception {
    broken = true;
    room.enter();
    end().onApplicationEvent(null);
    assertThat(released).isEmpty();
  }

  private OrderlyEnd end() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("producerTemplate", camel.createProducerTemplate());
    return new OrderlyEnd(room, beans.getBeanProvider(ProducerTemplate.class));
  }
}
