package org.documentpipeline.web;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * The login of the user {@code admin} before everything of the actuator but health. There are no
 * sessions and no CSRF tokens: {@link OriginFilter} refuses what other sites send.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  @Order(1)
  SecurityFilterChain actuatorChain(HttpSecurity http) throws Exception {
    return withoutState(http.securityMatcher(Paths::isActuator))
        .authorizeHttpRequests(
            requests ->
                requests.requestMatchers(Paths::isHealth).permitAll().anyRequest().authenticated())
        .httpBasic(Customizer.withDefaults())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain openChain(HttpSecurity http) throws Exception {
    return withoutState(http)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  UserDetailsService users(
      @Value("${pipeline.admin-password:}") String password,
      @Value("${pipeline.data-dir:.data}") Path folder)
      throws IOException {
    return new InMemoryUserDetailsManager(
        User.withUsername("admin")
            .password(AdminPassword.find(password, folder))
            .roles("ADMIN")
            .build());
  }

  @Bean
  PasswordEncoder passwords() {
    return new ConstantTimePasswords();
  }

  /**
   * Header values in other charsets and field names in any language are not attacks; odd paths stay
   * refused.
   */
  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedHeaderValues(value -> true);
    firewall.setAllowedParameterNames(name -> true);
    return firewall;
  }

  private static HttpSecurity withoutState(HttpSecurity http) throws Exception {
    return http.sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .anonymous(Customizer.withDefaults());
  }
}
