package org.documentpipeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SampleDocumentsTest {

  private static final long LARGEST = 32 * 1024;

  @Test
  void everybodyIsOfferedOneThatSucceeds() {
    assertThat(new SampleDocuments(false).offered())
        .extracting(SampleDocuments.Sample::shows)
        .containsExactly("completed");
  }

  @Test
  void aDemonstrationHasAlsoThoseThatFail() {
    assertThat(new SampleDocuments(true).offered())
        .extracting(SampleDocuments.Sample::shows)
        .containsExactly("completed", "encrypted", "no-text", "poisoned");
  }

  @Test
  void eachIsASmallFileOfThePage() {
    assertThat(new SampleDocuments(true).offered())
        .allSatisfy(
            sample -> {
              Path file = Path.of("ui/public", sample.file());
              assertThat(file).isRegularFile();
              assertThat(Files.size(file)).isPositive().isLessThan(LARGEST);
              assertThat(sample.title()).endsWith(ending(sample.file()));
            });
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.'));
  }
}
