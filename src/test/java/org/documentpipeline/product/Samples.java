package org.documentpipeline.product;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Documents that the tests make themselves, all from one report of ten sections. */
final class Samples {

  private static final int CHARACTERS_A_LINE = 85;
  private static final PDFont FONT = new PDType1Font(FontName.HELVETICA);

  private Samples() {}

  /** The report as plain text. */
  static String report() {
    try (InputStream in = Samples.class.getResourceAsStream("/product/harbour.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of each section, without its heading. */
  static List<String> sections() {
    return List.of(report().strip().split("\n\n")).stream()
        .filter(paragraph -> paragraph.contains("."))
        .toList();
  }

  /** The report with one section on each page. */
  static byte[] pdf() {
    return pdf(null);
  }

  /** The report as a PDF that opens only with a password. */
  static byte[] encryptedPdf() {
    return pdf("a password that nobody tells");
  }

  private static byte[] pdf(String password) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (String section : sections()) {
        write(document, section);
      }
      if (password != null) {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(PDDocument document, String text) throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(FONT, 11);
      content.setLeading(16);
      content.newLineAtOffset(72, 700);
      for (String line : lines(text)) {
        content.showText(line);
        content.newLine();
      }
      content.endText();
    }
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() + word.length() > CHARACTERS_A_LINE) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().strip());
    return lines;
  }

  /** The report as a Word file. */
  static byte[] word() {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (String paragraph : report().strip().split("\n\n")) {
        document.createParagraph().createRun().setText(paragraph);
      }
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
