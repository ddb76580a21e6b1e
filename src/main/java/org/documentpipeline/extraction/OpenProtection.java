package org.documentpipeline.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.io.TemporaryResources;
import org.documentpipeline.weighing.HeapNeed;

/**
 * Office files that are encrypted with the password every program knows: Tika opens them, and reads
 * what is inside without a further look.
 */
final class OpenProtection {
  private OpenProtection() {}

  /** What the file inside weighs, as {@link HeapNeed#ofZip}; nothing when it does not open. */
  static long need(Path file, long most) throws IOException {
    try (TemporaryResources temporary = new TemporaryResources();
        POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      Decryptor decryptor = new EncryptionInfo(container).getDecryptor();
      if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
        return 0;
      }
      Path inside = temporary.createTempFile();
      try (InputStream in = decryptor.getDataStream(container)) {
        Files.copy(in, inside, StandardCopyOption.REPLACE_EXISTING);
      }
      return HeapNeed.ofZip(inside, most);
    } catch (GeneralSecurityException | RuntimeException e) {
      return 0; // nor does Tika open it
    }
  }
}
