package org.documentpipeline;

import org.documentpipeline.streaming.HandshakeRule;
import org.documentpipeline.web.OriginRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sockets are opened to the same pages as the API. */
@Configuration(proxyBeanMethods = false)
class SocketOrigins {

  @Bean
  HandshakeRule handshakeRule(OriginRules rules) {
    return rules::allows;
  }
}
