package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever can not be written is told from what can not be read. */
class WorkFileExceptionTest {
  @TempDir private Path folder;

  @Test
  void aFileThatCanNotBeMadeIsNoFaultOfTheDocument() {
    File missing = folder.resolve("missing").toFile();
    BlockFiles files = new BlockFiles(100);
    assertThatThrownBy(() -> files.create(missing)).isInstanceOf(WorkFileException.class);
    assertThatThrownBy(() -> files.write(new File(missing, "blocks")))
        .isInstanceOf(WorkFileException.class);
    assertThatThrownBy(
            () ->
                new PageTexts(100)
                    .add(
                        "Text.",
                        missing,
                        new PageRanges(missing, 1, 1, null, new Bookmarks()).iterator().next(),
                        1))
        .isInstanceOf(WorkFileException.class);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void neitherIsADiskThatIsFull() throws Exception {
    BlockWriter few = new BlockWriter(new File("/dev/full"), 1_000_000);
    few.add(new Block(1, "paragraph", "Text."));
    assertThatThrownBy(few::close).isInstanceOf(WorkFileException.class);
    BlockWriter many = new BlockWriter(new File("/dev/full"), 1_000_000);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100; i++) {
                many.add(new Block(1, "paragraph", "Text. ".repeat(500)));
              }
            })
        .hasCauseInstanceOf(WorkFileException.class);
  }
}
