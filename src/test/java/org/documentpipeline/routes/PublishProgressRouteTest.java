package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;
import static org.documentpipeline.routes.Rows.event;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

class PublishProgressRouteTest extends RouteTest {

  PublishProgressRouteTest() {
    super();
  }

  @Test
  void eventsOfAChangeAreToldInTheirOrder() {
    assertThat(publish(List.of(event("one"), event("two"), event("three"))).getException())
        .isNull();
    assertThat(news.messages()).containsExactly("one", "two", "three");
    assertThat(news.channels()).containsOnly("document-events");
  }

  @Test
  void whatIsNoEventIsNotTold() {
    publish(List.of(event(null), row("event", "two", "outcome", "claimed"), event(null)));
    assertThat(news.messages()).containsExactly("two");
  }

  @Test
  void withoutRowsThereIsNoNews() {
    assertThat(publish(List.of()).getException()).isNull();
    assertThat(publish(null).getException()).isNull();
    assertThat(news.messages()).isEmpty();
  }

  @Test
  void losingRedisChangesNothing() {
    news.goAway();
    assertThat(publish(List.of(event("one"), event("two"))).getException()).isNull();
    assertThat(news.messages()).isEmpty();
  }

  @Test
  void anEventIsPublishedAsItIs() {
    String json = "{\"data\":{\"summary\":\"ü \\\"quoted\\\" ${body} {{pipeline.home}}, null\"}}";
    publish(List.of(event(json), event("\"in quotes\""), event("null")));
    assertThat(news.messages()).containsExactly(json, "\"in quotes\"", "null");
  }

  private Exchange publish(List<Map<String, Object>> rows) {
    return call("publish-progress", exchange -> exchange.getMessage().setBody(rows));
  }
}
