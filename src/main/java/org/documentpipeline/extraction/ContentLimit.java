package org.documentpipeline.extraction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * A limit on what the content, the forms and the fonts of a page unpack to: PDFBox unpacks them
 * into memory, and a megabyte may become a gigabyte. Here they are unpacked without being kept,
 * except fonts that are too small to become that much, as most are.
 */
final class ContentLimit {
  private static final long MOST = 32 << 20;

  /** No filter makes more of a byte: Deflate 1,032, LZW half of its longest string. */
  private static final long MOST_OF_A_BYTE = 2_600;

  private static final int DEEPEST = 10;
  private static final Set<COSName> FILTERS =
      Set.of(
          COSName.FLATE_DECODE,
          COSName.FLATE_DECODE_ABBREVIATION,
          COSName.LZW_DECODE,
          COSName.LZW_DECODE_ABBREVIATION,
          COSName.RUN_LENGTH_DECODE,
          COSName.RUN_LENGTH_DECODE_ABBREVIATION,
          COSName.ASCII85_DECODE,
          COSName.ASCII85_DECODE_ABBREVIATION,
          COSName.ASCII_HEX_DECODE,
          COSName.ASCII_HEX_DECODE_ABBREVIATION);

  /** Under these keys a font has what the reading of text unpacks. */
  private static final Set<COSName> READ =
      Set.of(
          COSName.FONT_DESC,
          COSName.DESCENDANT_FONTS,
          COSName.FONT_FILE,
          COSName.FONT_FILE2,
          COSName.FONT_FILE3,
          COSName.TO_UNICODE,
          COSName.ENCODING);

  /**
   * What content unpacks to.
   *
   * @param bytes how many
   * @param draws how often it draws a picture or a form, at most: each {@code Do} within it
   */
  record Size(long bytes, long draws) {}

  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Looks at the content and the fonts of a page or a form; at fonts it shares with others only
   * once. Gives the size of the content.
   *
   * @throws IllegalStateException when one of them unpacks to more than 32 MB
   */
  Size check(COSBase content, PDResources resources) {
    List<COSStream> together = new ArrayList<>();
    if (content instanceof COSStream stream) {
      together.add(stream);
    } else if (content instanceof COSArray parts) {
      for (int i = 0; i < parts.size(); i++) {
        if (parts.getObject(i) instanceof COSStream stream) {
          together.add(stream);
        }
      }
    }
    Size size = measure(together);
    if (resources != null
        && resources.getCOSObject().getDictionaryObject(COSName.FONT) instanceof COSDictionary all
        && seen.add(all)) {
      try {
        all.getValues().forEach(font -> walk(font, 0));
      } catch (IllegalStateException e) {
        seen.clear(); // the next page that has the font is not to be read either
        throw e;
      }
    }
    return size;
  }

  private void walk(COSBase value, int depth) {
    COSBase base = value instanceof COSObject reference ? reference.getObject() : value;
    if (base == null || depth > DEEPEST || !seen.add(base)) {
      return;
    }
    if (base instanceof COSStream stream && !isSmall(stream)) {
      measure(List.of(stream));
    }
    if (base instanceof COSDictionary dictionary) {
      READ.forEach(key -> walk(dictionary.getItem(key), depth + 1));
    } else if (base instanceof COSArray array) {
      array.forEach(entry -> walk(entry, depth + 1));
    }
  }

  private static boolean isSmall(COSStream stream) {
    return filters(stream).size() <= 1 && stream.getLength() * MOST_OF_A_BYTE <= MOST;
  }

  private static Size measure(List<COSStream> together) {
    long bytes = 0;
    long draws = 0;
    for (COSStream stream : together) {
      Size more = unpacked(stream, MOST - bytes);
      bytes += more.bytes();
      draws += more.draws();
      if (bytes > MOST) {
        throw tooMuch();
      }
    }
    return new Size(bytes, draws);
  }

  private static List<COSName> filters(COSStream stream) {
    COSBase filters = stream.getFilters();
    if (filters instanceof COSName name) {
      return List.of(name);
    }
    List<COSName> names = new ArrayList<>();
    for (int i = 0; filters instanceof COSArray array && i < array.size(); i++) {
      if (array.getObject(i) instanceof COSName name) {
        names.add(name);
      }
    }
    return names;
  }

  private static Size unpacked(COSStream stream, long most) {
    List<COSName> filters = filters(stream);
    if (!FILTERS.containsAll(filters)) {
      return new Size(most, most); // pictures, which no content is meant to be
    }
    Limited out = new Limited(most, false);
    try {
      InputStream in = stream.createRawInputStream();
      if (filters.isEmpty()) {
        in.transferTo(out);
      }
      for (int i = 0; i < filters.size(); i++) {
        out = new Limited(most, i + 1 < filters.size());
        FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(in, out, stream, i);
        in.close();
        in = new ByteArrayInputStream(out.kept.toByteArray());
      }
    } catch (IOException e) {
      // Damage is not for here: PDFBox reads what is before it.
    }
    return new Size(out.count, out.draws);
  }

  private static IllegalStateException tooMuch() {
    return new IllegalStateException("more than %,d bytes of content".formatted(MOST));
  }

  private static final class Limited extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final long most;
    private final boolean keep;
    private long count;
    private long draws;
    private byte last;

    Limited(long most, boolean keep) {
      this.most = most;
      this.keep = keep;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count += length;
      if (count > most) {
        throw tooMuch();
      }
      for (int i = from; i < from + length; i++) {
        draws += bytes[i] == 'o' && last == 'D' ? 1 : 0;
        last = bytes[i];
      }
      if (keep) {
        kept.write(bytes, from, length);
      }
    }
  }
}
