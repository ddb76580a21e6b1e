package org.documentpipeline.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  private static final String ID = "3b241101-e2bb-4255-8caf-4136c566a962";
  private static final String PATH = "/ws/documents/" + ID;

  @Test
  void withoutAfterASnapshotIsWanted() {
    assertThat(Target.parse(PATH, null)).isEqualTo(new Target(ID, DocumentWatcher.NOTHING, null));
    assertThat(Target.parse(PATH, "afterwards=3"))
        .isEqualTo(new Target(ID, DocumentWatcher.NOTHING, null));
  }

  @Test
  void anIdIsTheSameInCapitals() {
    assertThat(Target.parse(PATH.toUpperCase(), null).documentId()).isEqualTo(ID);
  }

  @ParameterizedTest
  @CsvSource({
    "after=0, 0",
    "after=12, 12",
    "x=y&after=007&z, 7",
    "after=2147483647, 2147483647",
    "%61fter=%31, 1"
  })
  void afterIsTheNumberOfAnEvent(String query, int after) {
    assertThat(Target.parse(PATH, query)).isEqualTo(new Target(ID, after, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after=",
        "after",
        "after=-1",
        "after=+1",
        "after=1.0",
        "after=x",
        "after=2147483648",
        "after=99999999999999999999",
        "after=1&after=1",
        "after=1&%61fter=2",
        "after=%",
        "after=1%20",
        "after=٣"
      })
  void anythingElseIsABadNumber(String query) {
    assertThat(Target.parse(PATH, query).refusal()).isEqualTo(CloseCode.BAD_AFTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ws/documents/",
        "/ws/documents/x",
        "/ws/documents/1-1-1-1-1",
        "/ws/documents/" + ID + "0",
        "/ws/documents/ALL",
        "/ws/documents/%00",
        "/ws/documents/xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"
      })
  void whatIsNoIdIsAnUnknownDocument(String path) {
    assertThat(Target.parse(path, null).refusal()).isEqualTo(CloseCode.UNKNOWN_DOCUMENT);
  }

  @Test
  void allIsAWordOfItsOwn() {
    Target all = Target.parse("/ws/documents/all", "after=x");
    assertThat(all.documentId()).isNull();
    assertThat(all.refusal()).isNull();
  }
}
