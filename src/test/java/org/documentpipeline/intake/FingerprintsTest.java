package org.documentpipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsTest {

  private final Fingerprints fingerprints = new Fingerprints();

  @Test
  void hashesAFileAsAStream(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("abc"), new byte[200_000]);
    Fingerprints.Digest digest = fingerprints.digest(file.toFile());
    assertThat(digest.bytes()).isEqualTo(200_000);
    assertThat(digest.sha256()).isEqualTo(fingerprints.sha256(new byte[200_000]));
    // The value that FIPS 180-2 gives for "abc".
    assertThat(fingerprints.sha256("abc".getBytes()))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void differsWhenAnyPartDiffers() {
    Set<String> all =
        Set.of(
            fingerprints.request("s", "ab", "c", "auto", null),
            fingerprints.request("s", "a", "bc", "auto", null),
            fingerprints.request("s", "ab", "c", "auto", ""),
            fingerprints.request("s", "ab", "c", "de", null),
            fingerprints.request("t", "ab", "c", "auto", null));
    assertThat(all).hasSize(5).contains(fingerprints.request("s", "ab", "c", "auto", null));
  }
}
