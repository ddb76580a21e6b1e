package org.documentpipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentKeysTest {

  private final DocumentKeys keys = new DocumentKeys();

  @Test
  void makesRandomIdsAndKeysOfThem() {
    String id = keys.newId();
    assertThat(UUID.fromString(id).version()).isEqualTo(4);
    assertThat(keys.newId()).isNotEqualTo(id);
    assertThat(keys.original(id)).isEqualTo("documents/" + id + "/original");
    assertThat(keys.checked(id.toUpperCase(Locale.ROOT))).isEqualTo(id);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "1", "../x", "1-1-1-1-1", "all", "0123456789abcdef0123456789abcdef"})
  void knowsNoDocumentUnderAnythingElse(String id) {
    assertThatThrownBy(() -> keys.original(id))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.getStatusCode().value()).isEqualTo(404);
              assertThat(e.getBody().getProperties()).containsEntry("code", "not-found");
            });
  }
}
