package org.documentpipeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class ReadyNoteTest {

  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void saysWhereThePageIs(CapturedOutput output) {
    environment.setProperty("server.port", "8082");
    new ReadyNote(new Addresses(environment), "worker, api").say();
    assertThat(output).contains("Ready: the page is at http://localhost:8082\n");
  }

  @Test
  void knowsTheAddressThatBrowsersUse(CapturedOutput output) {
    environment.setProperty("pipeline.public-url", "https://docs.example/,http://localhost:8080");
    new ReadyNote(new Addresses(environment), "api").say();
    assertThat(output).contains("Ready: the page is at https://docs.example\n");
  }

  @Test
  void saysNothingWhereThereIsNoApi(CapturedOutput output) {
    new ReadyNote(new Addresses(environment), "worker,websocket").say();
    assertThat(output).doesNotContain("Ready");
  }
}
