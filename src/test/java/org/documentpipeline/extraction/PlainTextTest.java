package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
  private static final String RUSSIAN =
      "Все люди рождаются свободными и равными в своём достоинстве и правах. Они наделены разумом и совестью.";
  private static final String GERMAN =
      "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sollen einander im Geiste der Brüderlichkeit begegnen.";
  private static final String JAPANESE = "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。";

  @TempDir Path folder;

  private List<Block> read(byte[] bytes) throws Exception {
    BlockFiles files = new BlockFiles(1_000_000);
    File blocks = files.create(folder.toFile());
    Path text = Files.write(folder.resolve("text"), bytes);
    new PlainText(files).read(text.toFile(), blocks);
    List<Block> found = new ArrayList<>();
    for (String line : Files.readAllLines(blocks.toPath())) {
      found.add(new ObjectMapper().readValue(line, Block.class));
    }
    return found;
  }

  @Test
  void markdownKeepsItsStructure() throws Exception {
    String text =
        "# Title #\nFirst line\nsecond line\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
    assertThat(read(text.getBytes("UTF-8")))
        .containsExactly(
            new Block(null, "heading", "Title"),
            new Block(null, "paragraph", "First line second line"),
            new Block(null, "list", "- one\n- two"),
            new Block(null, "table", "| a | b |\n|---|---|\n| 1 | 2 |"));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,ru",
    "windows-1251,ru",
    "KOI8-R,ru",
    "UTF-16,ru",
    "UTF-8,de",
    "windows-1252,de",
    "UTF-8,ja",
    "Shift_JIS,ja",
    "EUC-JP,ja"
  })
  void usualEncodingsAreDetected(String charset, String language) throws Exception {
    String text =
        switch (language) {
          case "ru" -> RUSSIAN;
          case "de" -> GERMAN;
          default -> JAPANESE;
        };
    String all = (text + "\n").repeat(4);
    assertThat(read(all.getBytes(Charset.forName(charset))))
        .singleElement()
        .extracting(Block::text)
        .asString()
        .contains(text);
  }

  @Test
  void aByteOrderMarkIsNotText() throws Exception {
    assertThat(read("\uFEFFHello there, all of you.".getBytes("UTF-8")))
        .containsExactly(new Block(null, "paragraph", "Hello there, all of you."));
  }

  @Test
  void controlCharactersAreLeftOut() throws Exception {
    assertThat(read("One\u0000 two\u0007 three.".getBytes("UTF-8")))
        .containsExactly(new Block(null, "paragraph", "One two three."));
  }
}
