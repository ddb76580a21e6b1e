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
    files.addPage(blocks, 1, "One.");
    files.addPage(blocks, 2, "");
    files.addPage(blocks, 3, null);
    Found found = files.measure(blocks, 3);
    assertThat(found.characters()).isEqualTo(4);
    assertThat(found.warning()).contains("\"pages-without-text\"", "[2,3]");
  }

  @Test
  void nothingToWarnOfWhereEveryPageHasTextOrThereAreNoPages() throws Exception {
    File blocks = files.create(folder.toFile());
    files.addPage(blocks, 1, "One.");
    assertThat(files.measure(blocks, 1).warning()).isNull();
    assertThat(files.measure(blocks, null).warning()).isNull();
  }

  @Test
  void noLetterAtAllIsNoText() throws Exception {
    File blocks = files.create(folder.toFile());
    files.addPage(blocks, 1, "…\n—");
    assertThatThrownBy(() -> files.measure(blocks, 1))
        .isInstanceOfSatisfying(
            ExtractionException.class, e -> assertThat(e.code()).isEqualTo("no-text"));
  }

  @Test
  void textHasALimitOverAllPages() throws Exception {
    File blocks = files.create(folder.toFile());
    files.addPage(blocks, 1, "x".repeat(600));
    assertThatThrownBy(() -> files.addPage(blocks, 2, "x".repeat(600)))
        .isInstanceOfSatisfying(
            ExtractionException.class, e -> assertThat(e.code()).isEqualTo("too-complex"));
  }
}
