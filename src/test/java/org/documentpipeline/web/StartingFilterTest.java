package org.documentpipeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StartingFilterTest {
  private ReadinessState state = ReadinessState.REFUSING_TRAFFIC;

  private final ApplicationAvailability availability =
      new ApplicationAvailability() {
        @Override
        public <S extends AvailabilityState> S getState(Class<S> type, S otherwise) {
          return type.cast(state);
        }

        @Override
        public <S extends AvailabilityState> S getState(Class<S> type) {
          return type.cast(state);
        }

        @Override
        public <S extends AvailabilityState> AvailabilityChangeEvent<S> getLastChangeEvent(
            Class<S> type) {
          return null;
        }
      };

  private MockHttpServletResponse get(String path) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new StartingFilter(availability)
        .doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
    return response;
  }

  @Test
  void theApiIsUnavailableUntilTheRoutesAreThere() throws Exception {
    MockHttpServletResponse starting = get("/api/documents");
    assertThat(starting.getStatus()).isEqualTo(503);
    assertThat(starting.getHeader("Retry-After")).isEqualTo("2");
    assertThat(starting.getContentAsString()).contains("\"code\":\"unavailable\"");
    state = ReadinessState.ACCEPTING_TRAFFIC;
    assertThat(get("/api/documents").getStatus()).isEqualTo(200);
  }

  @Test
  void healthAndPageDoNotWait() throws Exception {
    assertThat(get("/actuator/health").getStatus()).isEqualTo(200);
    assertThat(get("/").getStatus()).isEqualTo(200);
  }
}
