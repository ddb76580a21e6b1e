package org.documentpipeline.weighing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Weighs what is in a ZIP container. */
final class ZipParts {
  private static final int PART = 2_000;
  private static final int DIRECTORY_ENTRY = 0x504B0102;
  private static final int COMPOUND_FILE = 0xD0CF11E0;
  private static final int EBCDIC = 0x4C6FA794;
  private static final String OFFICE = "[Content_Types].xml";

  private ZipParts() {}

  static void weigh(Path file, MarkupScale scale) throws IOException {
    scale.add(entries(file) * PART);
    if (scale.isFull()) {
      return; // not even its directory is read
    }
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
      boolean office = all.stream().anyMatch(entry -> OFFICE.equalsIgnoreCase(entry.getName()));
      for (ZipArchiveEntry entry : all) {
        if (zip.canReadEntryData(entry)) {
          weigh(zip, entry, scale, office ? Costs.TREE : Costs.STREAM);
        }
      }
    } catch (IOException e) {
      salvage(file, scale);
    }
  }

  private static void weigh(ZipFile zip, ZipArchiveEntry entry, MarkupScale scale, Costs costs) {
    if (scale.isFull()) {
      return;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      weigh(in, scale, costs);
    } catch (IOException e) {
      // A damaged part: what could be read of it is weighed.
    }
  }

  /** A container without its directory is read from its beginning, as far as it goes. */
  private static void salvage(Path file, MarkupScale scale) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        ZipArchiveInputStream zip = new ZipArchiveInputStream(in, "UTF-8", true, true)) {
      while (!scale.isFull() && zip.getNextEntry() != null) {
        weigh(zip, scale, Costs.TREE);
      }
    } catch (IOException e) {
      // The end of what can be read.
    }
  }

  private static void weigh(InputStream in, MarkupScale scale, Costs costs) throws IOException {
    byte[] head = in.readNBytes(4);
    int first = head.length < 4 ? 0 : number(head);
    if (first == COMPOUND_FILE) {
      scale.add(in, head, Costs.HELD);
    } else if (first == EBCDIC) {
      scale.add(in, head, new Costs(0, 0, 0, 0, 0, costs.part()));
    } else if (mayBeXml(head)) {
      scale.add(in, head, costs);
    }
  }

  /** Pictures, fonts and containers within are not: no parser gets past their first bytes. */
  private static boolean mayBeXml(byte[] head) {
    if (head.length < 4) {
      return false;
    }
    int two = number(head) >>> 16;
    boolean mark = two == 0xFEFF || two == 0xFFFE || two == 0xEFBB;
    boolean wide = head[0] == 0 && (head[1] == '<' || head[2] == '<' || head[3] == '<');
    return head[0] == '<' || Character.isWhitespace(head[0]) || mark || wide;
  }

  private static int number(byte[] head) {
    int number = 0;
    for (byte b : head) {
      number = number << 8 | b & 0xFF;
    }
    return number;
  }

  /** How many there are at most: a directory says what it likes. */
  private static long entries(Path file) throws IOException {
    long count = 0;
    int last = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        last = last << 8 | b;
        count += last == DIRECTORY_ENTRY ? 1 : 0;
      }
    }
    return count;
  }
}
