package org.documentpipeline.weighing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Estimates, from the bytes alone, how much heap the reading of a file takes, before anything is
 * built from it: some kilobytes of a ZIP container may unpack to a gigabyte, and a megabyte of
 * markup becomes a hundred of objects. The estimate is meant not to be too low for files that are
 * made to be heavy, and is near what ordinary ones take: 59 MB for a Word file of 872 pages, of
 * which 49 were measured.
 */
public final class HeapNeed {
  private static final int GROUP = 70;
  private static final int LIST = 150;
  private static final byte[] LIST_WORD = {'\\', 'l', 'i', 's', 't'};

  private HeapNeed() {}

  /**
   * A ZIP container of Office Open XML, OpenDocument or the like. Everything in it that may be XML
   * is unpacked without being kept, whatever its name. Stops at the most.
   *
   * @return bytes; more than {@code most} says only that it is more
   */
  public static long ofZip(Path file, long most) throws IOException {
    MarkupScale scale = new MarkupScale(most);
    ZipParts.weigh(file, scale);
    return scale.weight();
  }

  /** HTML, in any charset; as above. */
  public static long ofHtml(Path file, long most) throws IOException {
    return ofMarkup(file, Costs.HTML, most);
  }

  /** XML that is read as a stream; as above. */
  public static long ofXml(Path file, long most) throws IOException {
    return ofMarkup(file, Costs.STREAM, most);
  }

  private static long ofMarkup(Path file, Costs costs, long most) throws IOException {
    MarkupScale scale = new MarkupScale(most);
    try (InputStream in = Files.newInputStream(file)) {
      scale.add(in, in.readNBytes(4), costs);
    }
    return scale.weight();
  }

  /** Rich text: its groups, each of which has a state of its own, and its lists. Linear. */
  public static long ofRichText(Path file) throws IOException {
    long need = 0;
    int matched = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        need += b == '{' ? GROUP : 0;
        matched = b == LIST_WORD[matched] ? matched + 1 : b == LIST_WORD[0] ? 1 : 0;
        if (matched == LIST_WORD.length) {
          need += LIST;
          matched = 0;
        }
      }
    }
    return need;
  }
}
