package org.documentpipeline;

import org.documentpipeline.streaming.HandshakeRule;
import org.documentpipeline.web.OriginRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sockets let in whom the pages let in. */
@Configuration(proxyBeanMethods = false)
class Handshakes {

  @Bean
  HandshakeRule handshakeRule(OriginRules rules) {
    return rules::allows;
  }
}
