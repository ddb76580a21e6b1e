package org.documentpipeline.web;

import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;

/** The filters, in their order, and the limits of uploads. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  /** Parts up to this size (the option fields) are not worth a file. */
  private static final int IN_MEMORY = 16 * 1024;

  @Bean
  FilterRegistrationBean<HeadersFilter> headersFilter(Addresses addresses) {
    return first(new HeadersFilter(addresses), 0);
  }

  @Bean
  FilterRegistrationBean<OriginFilter> originFilter(OriginRules rules) {
    return first(new OriginFilter(rules), 1);
  }

  @Bean
  FilterRegistrationBean<LimitFilter> limitFilter(UploadLimits limits) {
    return first(new LimitFilter(limits), 2);
  }

  @Bean
  FilterRegistrationBean<StartingFilter> startingFilter(ApplicationAvailability availability) {
    return first(new StartingFilter(availability), 3);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
    return factory ->
        factory.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new ProblemReportValve()));
  }

  @Bean
  MultipartConfigElement multipartConfigElement(UploadLimits limits) {
    return new MultipartConfigElement("", limits.file(), limits.multipart(), IN_MEMORY);
  }

  @Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
  UploadResolver multipartResolver(UploadLimits limits) {
    return new UploadResolver(limits);
  }

  private static <T extends Filter> FilterRegistrationBean<T> first(T filter, int place) {
    FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
    return registration;
  }
}
