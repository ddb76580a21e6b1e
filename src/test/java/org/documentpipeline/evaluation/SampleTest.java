package org.documentpipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

  @TempDir private Path folder;

  @Test
  void documentsStandBesideTheirReferences() throws IOException {
    write("a.txt", "Text a.");
    write("a.ref.txt", "Short a.");
    write("letters/b.md", "Text b.");
    write("letters/b.ref.1.txt", "One.");
    write("letters/b.ref.2.txt", "Two.");
    write("alone.txt", "No reference.");
    write("picture.png", "");
    write(
        "more.jsonl", "{\"kind\":\"paper\",\"id\":\"p1\",\"text\":\"T.\",\"reference\":\"R.\"}\n");
    List<Sample> samples = Sample.in(folder);
    assertThat(samples)
        .extracting(Sample::kind, Sample::name, Sample::text, Sample::references)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "documents", "a.txt", "Text a.", List.of("Short a.")),
            org.assertj.core.groups.Tuple.tuple(
                "letters", "b.md", "Text b.", List.of("One.", "Two.")),
            org.assertj.core.groups.Tuple.tuple("paper", "p1.txt", "T.", List.of("R.")));
  }

  @Test
  void aFolderWithoutReferencesIsRefused() throws IOException {
    write("a.txt", "Text a.");
    assertThatThrownBy(() -> Sample.in(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.ref.txt");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
