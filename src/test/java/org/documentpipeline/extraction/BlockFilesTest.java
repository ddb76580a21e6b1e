package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockFilesTest {
  @TempDir Path folder;

  private final BlockFiles files = new BlockFiles(1000);

  @Test
  void pagesWithoutTextAreNamed() throws Exception {
    File blocks = files.create(folder.toFile());
    files.addPage("One.", blocks, 1);
    files.addPage("", blocks, 2);
    files.addPage(null, blocks, 3);
    Found found = files.measure(blocks, 3);
    assertThat(found.characters()).isEqualTo(4);
    assertThat(found.warning()).contains("\"pages-without-text\"", "[2,3]");
  }

  @Test
  void nothingToWarnOfWhereEveryPageHasTextOrThereAreNoPages() throws Exception {
    File blocks = files.create(folder.toFile());
    files.addPage("One.", blocks, 1);
    assertThat(files.measure(blocks, 1).warning()).isNull();
    assertThat(files.measure(blocks, null).warning()).isNull();
  }

  @Test
  void noLetterAtAllIsNoText() throws Exception {
    File blocks = files.create(folder.toFile());
    files.addPage("…\n—", blocks, 1);
    assertThatThrownBy(() -> files.measure(blocks, 1))
        .isInstanceOfSatisfying(
            ExtractionException.class, e -> assertThat(e.code()).isEqualTo("no-text"));
  }

  @Test
  void textHasALimitOverAllPages() throws Exception {
    File blocks = files.create(folder.toFile());
    files.addPage("x".repeat(600), blocks, 1);
    assertThatThrownBy(() -> files.addPage("x".repeat(600), blocks, 2))
        .isInstanceOfSatisfying(
            ExtractionException.class, e -> assertThat(e.code()).isEqualTo("too-complex"));
  }
}
