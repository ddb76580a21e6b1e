package org.documentpipeline.weighing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeapNeedTest {
  private static final long MB = 1 << 20;
  private static final String OFFICE = "[Content_Types].xml";

  @TempDir Path folder;

  @Test
  void aPartWeighsByWhatIsInIt() throws Exception {
    String xml = "<w:p a='1'><w:rPr/><w:r>text</w:r></w:p>";
    long parts = 2 * 2000 + 2 * 450 + 190 + 130 + 2L * xml.length();
    assertThat(weigh(zip(OFFICE, "none", "word/document.xml", xml))).isEqualTo(parts);
    assertThat(weigh(zip("mimetype", "none", "content.xml", xml))).isEqualTo(2 * 2000 + 3 * 128);
  }

  @Test
  void picturesWeighNothingWhateverTheirName() throws Exception {
    String picture = "\u0089PNG" + "<".repeat(1000);
    assertThat(weigh(zip(OFFICE, "none", "word/document.xml", picture))).isEqualTo(2 * 2000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "IBM037"})
  void markupIsSeenInEveryCharset(String charset) throws Exception {
    byte[] xml =
        ("<?xml version='1.0'?>" + "<w:p/>".repeat(10_000)).getBytes(Charset.forName(charset));
    assertThat(weigh(zip(OFFICE, new byte[4], "any.bin", xml))).isGreaterThan(4 * MB);
  }

  /** Some kilobytes that unpack to 256 MB, wherever they are. */
  @ParameterizedTest
  @ValueSource(strings = {"word/document.xml", "_rels/.rels", "a.png", OFFICE})
  @Timeout(10)
  void whatIsHeavyIsNotKept(String name) throws Exception {
    Path file = folder.resolve("heavy");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(name));
      byte[] some = "<w:p/>".repeat(10_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 4_500; i++) {
        zip.write(some);
      }
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(HeapNeed.ofZip(file, 200 * MB)).isBetween(200 * MB, 300 * MB);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8 * MB);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 60));
    assertThat(HeapNeed.ofZip(file, 200 * MB)).isBetween(200 * MB, 300 * MB);
  }

  @Test
  void aDirectoryWithoutEndIsHeavy() throws Exception {
    Path file = folder.resolve("directory");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 200_000; i++) {
        out.write(new byte[] {'P', 'K', 1, 2, 0, 0});
      }
    }
    assertThat(HeapNeed.ofZip(file, 200 * MB)).isGreaterThan(200 * MB);
  }

  @Test
  void htmlAndXmlWeighByTheirTags() throws Exception {
    Path file = Files.writeString(folder.resolve("page"), "<p a=b>one  two</p>");
    assertThat(HeapNeed.ofHtml(file, MB)).isEqualTo(240 + 120 + 40 + 2 * 40 + 2 * 19);
    assertThat(HeapNeed.ofXml(file, MB)).isEqualTo(128);
  }

  @Test
  void richTextWeighsByGroupsAndLists() throws Exception {
    Path file = Files.writeString(folder.resolve("rtf"), "{\\rtf1{\\list\\listid1}\\lis t}");
    assertThat(HeapNeed.ofRichText(file)).isEqualTo(2 * 70 + 2 * 150);
  }

  private static long weigh(Path zip) throws IOException {
    return HeapNeed.ofZip(zip, Long.MAX_VALUE);
  }

  private Path zip(String first, String one, String second, String two) throws IOException {
    Charset bytes = StandardCharsets.ISO_8859_1;
    return zip(first, one.getBytes(bytes), second, two.getBytes(bytes));
  }

  private Path zip(String first, byte[] one, String second, byte[] two) throws IOException {
    Path file = folder.resolve("zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(first));
      zip.write(one);
      zip.putNextEntry(new ZipEntry(second));
      zip.write(two);
    }
    return file;
  }
}
