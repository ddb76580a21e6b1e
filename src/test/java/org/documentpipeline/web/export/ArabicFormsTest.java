package org.documentpipeline.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArabicFormsTest {

  @Test
  void joinsLetters() {
    // beh beh beh: initial, medial, final
    assertThat(ArabicForms.join("\u0628\u0628\u0628")).isEqualTo("\ufe91\ufe92\ufe90");
    // dal does not join to what follows it
    assertThat(ArabicForms.join("\u0628\u062f\u0628")).isEqualTo("\ufe91\ufeaa\ufe8f");
    // a vowel sign parts nothing
    assertThat(ArabicForms.join("\u0628\u064e\u0628")).isEqualTo("\ufe91\u064e\ufe90");
  }

  @Test
  void joinsLamAndAlef() {
    assertThat(ArabicForms.join("\u0644\u0627")).isEqualTo("\ufefb");
    assertThat(ArabicForms.join("\u0628\u0644\u0627\u0628")).isEqualTo("\ufe91\ufefc\ufe8f");
  }

  @Test
  void leavesOtherScriptsAlone() {
    assertThat(ArabicForms.join("Fin — 日本")).isEqualTo("Fin — 日本");
    assertThat(ArabicForms.join("\u0628 x")).isEqualTo("\ufe8f x");
  }
}
