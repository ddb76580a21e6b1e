package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemmerTest {

  @ParameterizedTest
  @CsvSource({
    "en,connection,connected",
    "de,häuser,haus",
    "fr,continuellement,continuelle",
    "es,trabajadores,trabajador",
    "it,abbandonata,abbandonare",
    "pt,quilométricas,quilométrica",
    "nl,opgravingen,opgraving",
    "sv,flickorna,flicka",
    "da,husene,husets",
    "no,havnedistriktene,havnedistrikt",
    "fi,kirjastossa,kirjastosta",
    "ru,книгами,книга",
    "hu,házakban,házak",
    "tr,evlerinde,evler",
    "ro,copilului,copilul",
    "el,δρόμος,δρόμοι",
    "ar,الكتاب,كتاب",
    "hi,लड़कियों,लड़की",
    "id,makanan,makan"
  })
  void formsOfAWordShareAStem(String language, String one, String other) {
    Stemmer stemmer = new Stemmer(language);
    assertThat(stemmer.stem(one)).isEqualTo(stemmer.stem(other));
    assertThat(stemmer.stem(one)).as("remembered").isEqualTo(stemmer.stem(one));
  }

  @Test
  void withoutRulesTheFirstLettersCount() {
    for (String language : new String[] {null, "pl", "xx"}) {
      Stemmer stemmer = new Stemmer(language);
      assertThat(stemmer.stem("uniwersytetach")).isEqualTo(stemmer.stem("uniwersytet"));
      assertThat(stemmer.stem("dom")).isEqualTo("dom");
    }
  }

  @Test
  void whatIsNoWordIsCut() {
    assertThat(new Stemmer("en").stem("a".repeat(1_000_000))).hasSize(7);
  }
}
