package org.documentpipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.documentpipeline.weighing.HeapShare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private static final String TYPES =
      "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
          + "<Default Extension='xml' ContentType="
          + "'application/vnd.openxmlformats-package.core-properties+xml'/></Types>";

  private final MediaTypes types = new MediaTypes(new HeapShare(200, 4));
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.txt|plain words|text/plain",
        "a|plain words|text/plain",
        "a.csv|x,y|text/plain",
        "a.json|{\"a\":1}|text/plain",
        "a.xml|<?xml version=\"1.0\"?><a/>|text/plain",
        "a.log|2026 INFO GIF89a|text/plain",
        "a.txt|GIF89a is old|text/plain",
        "a.txt|MZ was his name|text/plain",
        "a.sh|#!/bin/sh|text/plain",
        "a.eml|From: a@b.c\\nSubject: x\\n\\nhello|text/plain",
        "a.md|# Title|text/markdown",
        "a.MD|<h1 align=center>T</h1>|text/markdown",
        "a.html|<p>x</p>|text/html",
        "a|<!doctype html><html><body>x</body></html>|text/html",
        "a.rtf|{\\\\rtf1 x}|application/rtf",
        "a.txt|{\\\\rtf1 x}|application/rtf",
        "a|%PDF-1.7|application/pdf"
      })
  void decidesByContent(String name, String content, String type) throws IOException {
    byte[] bytes =
        content.replace("\\n", "\n").replace("\\\\", "\\").getBytes(StandardCharsets.UTF_8);
    assertThat(types.detect(file(bytes), name)).isEqualTo(type);
    assertThat(types.supported()).contains(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8",
        "UTF-16",
        "UTF-16LE",
        "UTF-16BE",
        "UTF-32LE",
        "Shift_JIS",
        "ISO-2022-JP",
        "EUC-JP"
      })
  void takesTextInAnyCharset(String charset) throws IOException {
    byte[] bytes = "これは文書です。 次の行\n".repeat(20).getBytes(Charset.forName(charset));
    assertThat(types.detect(file(bytes), "a.txt")).isEqualTo("text/plain");
  }

  @Test
  void knowsWordAndPdf() throws Exception {
    assertThat(types.detect(file(docx()), "a.docx")).isEqualTo(DOCX);
    assertThat(types.detect(file(docx()), "a")).isEqualTo(DOCX);
    assertThat(types.detect(file(pdf()), "a.txt")).isEqualTo("application/pdf");
  }

  @Test
  void leavesBrokenAndEncryptedWordFilesToTheWorker() throws Exception {
    byte[] whole = docx();
    assertThat(types.detect(file(Arrays.copyOf(whole, whole.length / 2)), "a.docx"))
        .isEqualTo(DOCX);
    assertThat(types.detect(file(Arrays.copyOf(whole, 40)), "a.docx")).isEqualTo(DOCX);
    assertThat(types.detect(file(encrypted(whole)), "a.docx")).isEqualTo(DOCX);
    assertThat(types.detect(file(encrypted(whole)), "a")).isEqualTo(DOCX);
    assertRefused(file(encrypted(whole)), "a.xlsx", "Excel");
  }

  @Test
  void refusesANameThatClaimsAnotherFormat() throws Exception {
    assertRefused(file("words"), "a.pdf", "PDF", "plain text");
    assertRefused(file("words"), "a.PNG", "image", "plain text");
    assertRefused(file("words"), "a.docx", "Word (docx)", "plain text");
    assertRefused(file("words"), "a.odt", "OpenDocument", "plain text");
    assertRefused(file(docx()), "a.pdf", "PDF", "Word (docx)");
    assertRefused(file(docx()), "a.doc", "Word (doc)", "Word (docx)");
    assertRefused(file(pdf()), "a.docx", "Word (docx)", "PDF");
    assertRefused(file("{\\rtf1 x}"), "a.doc", "Word (doc)", "RTF");
    assertRefused(
        file(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}),
        "a.pdf",
        "PDF",
        "image/png");
  }

  @Test
  void refusesOtherContent() throws Exception {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    assertRefused(file(noise), "a.txt", "binary");
    assertRefused(file(zip("a.txt")), "a.txt", "application/zip");
    assertRefused(file(zip("a.txt")), "a.docx", "Word (docx)", "application/zip");
    assertRefused(file("%!PS-Adobe-3.0\n"), "a.txt", "application/postscript");
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.createSheet();
      assertRefused(file(bytes(workbook::write)), "a.xlsx", "Excel", "spreadsheet");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\r\n", "\u00a0\u3000", "\ufeff \n"})
  void refusesBlankFiles(String text) throws IOException {
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16}) {
      File blank = file(text.getBytes(charset));
      assertThatThrownBy(() -> types.detect(blank, "a.txt"))
          .isInstanceOfSatisfying(
              RefusedException.class,
              e -> {
                assertThat(e.getStatusCode().value()).isEqualTo(422);
                assertThat(e.getBody().getProperties()).containsEntry("code", "empty-document");
              });
    }
  }

  @Test
  void takesPastedTextAsText() {
    assertThat(types.ofText("notes")).isEqualTo("text/plain");
    assertThat(types.ofText("notes.md")).isEqualTo("text/markdown");
    assertThatThrownBy(() -> types.ofText("notes.pdf"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("PDF");
  }

  private void assertRefused(File file, String name, String... said) {
    assertThatThrownBy(() -> types.detect(file, name))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.getStatusCode().value()).isEqualTo(415);
              assertThat(e.getBody().getProperties()).containsEntry("code", "unsupported-type");
              assertThat(e.getMessage()).contains(said);
            });
  }

  private File file(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  private File file(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "upload", null), bytes).toFile();
  }

  private interface Writer {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] bytes(Writer writer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.to(out);
    return out.toByteArray();
  }

  private static byte[] docx() throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document.createParagraph().createRun().setText("words");
      return bytes(document::write);
    }
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      return bytes(document::save);
    }
  }

  /** Of what a package says are its properties, Tika's detector builds a tree: here of 2 GB. */
  @Test
  @Timeout(10)
  void aContainerThatWouldTakeTheHeapIsNotLookedInto() throws IOException {
    byte[] heavy =
        bytes(
            out -> {
              try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.write(TYPES.getBytes(StandardCharsets.UTF_8));
                zip.putNextEntry(new ZipEntry("core.xml"));
                zip.write("<a>".getBytes(StandardCharsets.UTF_8));
                byte[] some = "<a/>".repeat(10_000).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < 800; i++) {
                  zip.write(some);
                }
                zip.write("</a>".getBytes(StandardCharsets.UTF_8));
              }
            });
    assertThat(types.detect(file(heavy), "a.docx")).isEqualTo(DOCX);
    assertThatThrownBy(() -> types.detect(file(heavy), "a"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("more than can be looked into");
  }

  private static byte[] zip(String entry) throws IOException {
    return bytes(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write('x');
          }
        });
  }

  private static byte[] encrypted(byte[] document) throws Exception {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream out = encryptor.getDataStream(container)) {
        out.write(document);
      }
      return bytes(container::writeFilesystem);
    }
  }
}
