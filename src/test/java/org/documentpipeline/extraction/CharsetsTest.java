package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text in, text found, for each encoding and language; prints the table. */
class CharsetsTest {
  private static final int SHOWN = 36;
  private static final List<String> TABLE = new ArrayList<>();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
    UTF-8,en
    UTF-8,ru
    UTF-8,ja
    UTF-16LE,en
    UTF-16LE,ru
    UTF-16BE,ja
    UTF-16LE,zh
    UTF-16BE,ko
    UTF-16LE,ar
    UTF-16,ru
    UTF-32LE,en
    UTF-32BE,ru
    UTF-32,ja
    windows-1252,de
    windows-1252,fr
    ISO-8859-1,de
    ISO-8859-15,fr
    windows-1250,pl
    ISO-8859-2,pl
    windows-1250,cs
    ISO-8859-2,cs
    windows-1250,hu
    ISO-8859-2,hu
    windows-1250,ro
    ISO-8859-2,ro
    windows-1257,lt
    windows-1254,tr
    ISO-8859-9,tr
    windows-1253,el
    ISO-8859-7,el
    windows-1255,he
    ISO-8859-8,he
    windows-1256,ar
    ISO-8859-6,ar
    windows-1251,ru
    ISO-8859-5,ru
    KOI8-R,ru
    IBM866,ru
    windows-1251,bg
    KOI8-R,bg
    windows-1251,uk
    KOI8-U,uk
    Shift_JIS,ja
    EUC-JP,ja
    ISO-2022-JP,ja
    GB18030,zh
    GBK,zh
    Big5,tw
    EUC-KR,ko
    x-windows-949,ko
    TIS-620,th
    x-windows-874,th
    windows-1258,vi
    """)
  void textInIsTextFound(String encoding, String language) throws IOException {
    String text = HumanRights.in(language) + "\n";
    byte[] bytes = encode(text, Charset.forName(encoding));
    Charset found = find(bytes);
    String read = read(bytes, found);
    TABLE.add(
        "| %s | %s | %s | %s | %s |"
            .formatted(encoding, language, found, start(text), start(read)));
    assertThat(read).isEqualTo(read(bytes, Charset.forName(encoding)));

    // Nor does it matter what stands before: the start of a file may be plain ASCII for long.
    String late = "All human beings are born free and equal.\n".repeat(5000) + text;
    byte[] lateBytes = encode(late, Charset.forName(encoding));
    assertThat(read(lateBytes, find(lateBytes)))
        .isEqualTo(read(lateBytes, Charset.forName(encoding)));
  }

  @AfterAll
  static void printTable() {
    System.out.println(
        "| encoding | language | found | text in | text found |\n|---|---|---|---|---|");
    TABLE.forEach(System.out::println);
  }

  @Test
  void whatIsNoTextInAnyEncodingIsRefused() {
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      byte[] bytes = new byte[3000];
      random.nextBytes(bytes);
      assertThatThrownBy(() -> find(bytes))
          .isInstanceOfSatisfying(
              ExtractionException.class, e -> assertThat(e.code()).isEqualTo("corrupt"))
          .hasMessageContaining("UTF-8");
    }
  }

  @Test
  void aFewBrokenCharactersDoNotMakeItAnotherEncoding() throws IOException {
    byte[] bytes = HumanRights.in("ru").getBytes(StandardCharsets.UTF_8);
    bytes[40] = 'x';
    assertThat(find(bytes)).isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void quotesAndDashesAloneAreWestern() throws IOException {
    String text = "He said \u201cyes\u201d \u2013 and that\u2019s 5 \u20ac more\u2026\n";
    Charset western = Charset.forName("windows-1252");
    assertThat(find(text.getBytes(western))).isEqualTo(western);
  }

  @Test
  void coloursOfATerminalAreNotJapanese() throws IOException {
    assertThat(find("\u001B[31mred\u001B[0m\n".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(StandardCharsets.UTF_8);
  }

  private Charset find(byte[] bytes) throws IOException {
    return Charsets.of(Files.write(folder.resolve("text"), bytes).toFile());
  }

  private static String read(byte[] bytes, Charset charset) {
    String text = Normalizer.normalize(new String(bytes, charset), Normalizer.Form.NFC);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String start(String text) {
    return text.strip().substring(0, Math.min(SHOWN, text.strip().length()));
  }

  /**
   * Vietnamese tone marks are signs of their own there, the letters below them are not taken apart.
   */
  private static byte[] encode(String text, Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!charset.name().equals("windows-1258")) {
      bytes.writeBytes(text.getBytes(charset));
      return bytes.toByteArray();
    }
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            letter -> {
              boolean known = charset.newEncoder().canEncode(letter);
              bytes.writeBytes((known ? letter : withToneApart(letter)).getBytes(charset));
            });
    return bytes.toByteArray();
  }

  private static String withToneApart(String letter) {
    String tones = "[\u0300\u0301\u0303\u0309\u0323]";
    String apart = Normalizer.normalize(letter, Normalizer.Form.NFD);
    String tone = apart.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
    return Normalizer.normalize(apart.replaceAll(tones, ""), Normalizer.Form.NFC) + tone;
  }

  @Test
  void aRareCharacterOfTheAsianSetsIsNoOther() throws IOException {
    for (String[] pair :
        new String[][] {{"ja", "windows-31j"}, {"ja", "EUC-JP"}, {"ko", "x-windows-949"}}) {
      Charset charset = Charset.forName(pair[1]);
      byte[] bytes = (HumanRights.in(pair[0]) + "\n").repeat(3).getBytes(charset);
      bytes[200] = (byte) 0xFF; // in none of them
      assertThat(find(bytes)).as(pair[1]).isEqualTo(charset);
    }
  }
}
