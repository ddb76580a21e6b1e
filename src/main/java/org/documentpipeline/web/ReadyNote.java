package org.documentpipeline.web;

import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says at the end of a start where the page is, in a process that has the API behind it. */
@Component
class ReadyNote {

  private static final Logger log = LoggerFactory.getLogger(ReadyNote.class);

  private final Addresses addresses;
  private final boolean page;

  ReadyNote(Addresses addresses, @Value("${pipeline.roles:api,worker,websocket}") String roles) {
    this.addresses = addresses;
    this.page = Arrays.stream(roles.split(",")).map(String::strip).anyMatch("api"::equals);
  }

  @Order(Ordered.LOWEST_PRECEDENCE)
  @EventListener(ApplicationReadyEvent.class)
  void say() {
    if (page) {
      log.info("Ready: the page is at {}", addresses.page());
    }
  }
}
