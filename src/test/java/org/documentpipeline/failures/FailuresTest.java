package org.documentpipeline.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.InvalidRequestException;
import java.util.stream.Stream;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

class FailuresTest {
  private final Failures failures = new Failures();

  static Stream<Arguments> known() {
    return Stream.of(
        Arguments.of(new EncryptedDocumentException(), "encrypted", false),
        Arguments.of(new TikaException("broken"), "corrupt", false),
        Arguments.of(
            new TikaException("x", new SAXException("Suspected zip bomb: 9 levels")),
            "too-complex",
            false),
        Arguments.of(new PoisonedException("again and again"), "poisoned", true),
        Arguments.of(new AuthenticationException("401"), "llm-auth", true),
        Arguments.of(new InvalidRequestException("400"), "llm-refused", true),
        Arguments.of(new ContentFilteredException("filtered"), "llm-refused", true),
        Arguments.of(
            NoSuchKeyException.builder().message("gone").build(), "storage-unavailable", true),
        Arguments.of(new IllegalStateException("bug"), "internal", true));
  }

  @ParameterizedTest
  @MethodSource("known")
  void everyKnownExceptionHasItsCodeAndWords(Exception exception, String code, boolean retryable) {
    Failure failure = failures.of(new RuntimeException("wrapped", exception));
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.retryable()).isEqualTo(retryable);
    assertThat(failure.title()).endsWith(".");
    assertThat(failure.detail()).isNotBlank();
  }

  @Test
  void whatIsInsideIsNotShown() {
    assertThat(failures.json(new IllegalStateException("password=secret")))
        .doesNotContain("secret");
  }

  @Test
  void aRefusalIsQuotedShortAndOnOneLine() {
    Failure failure = failures.of(new InvalidRequestException("no\n" + "x".repeat(500)));
    assertThat(failure.detail()).hasSizeLessThan(250).doesNotContain("\n");
  }

  @Test
  void deadLettersAreJsonToo() throws Exception {
    JsonNode json = new ObjectMapper().readTree(failures.poisoned());
    assertThat(json.get("code").asText()).isEqualTo("poisoned");
    assertThat(json.get("retryable").asBoolean()).isTrue();
  }
}
