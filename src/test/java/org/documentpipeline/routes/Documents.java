package org.documentpipeline.routes;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Small files of several formats, made when they are needed. */
final class Documents {
  /** A page whose content no PDF reader can decode. */
  static final String BROKEN = "broken";

  private Documents() {}

  /** A PDF with a page for each text, lines and all; an empty text makes an empty page. */
  static Path pdf(Path file, String... pages) {
    try (PDDocument document = document(pages)) {
      document.save(file.toFile());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets the title in the properties of a PDF. */
  static void title(Path file, String title) {
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
      document.getDocumentInformation().setTitle(title);
      document.save(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PDF that opens with the user's password only; with an empty one it opens for everybody. */
  static Path encryptedPdf(Path file, String userPassword, String... pages) {
    try (PDDocument document = document(pages)) {
      AccessPermission readOnly = new AccessPermission();
      readOnly.setCanExtractContent(false);
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("owner", userPassword, readOnly);
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      document.save(file.toFile());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDDocument document(String... pages) throws IOException {
    PDDocument document = new PDDocument();
    for (String text : pages) {
      PDPage page = new PDPage();
      document.addPage(page);
      if (text.equals(BROKEN)) {
        PDStream content = new PDStream(document);
        try (OutputStream out = content.createOutputStream()) {
          out.write(text.getBytes());
        }
        content.getCOSObject().setItem(COSName.FILTER, COSName.getPDFName("NoSuchFilter"));
        page.setContents(content);
      } else if (!text.isEmpty()) {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          content.setLeading(14);
          content.newLineAtOffset(50, 700);
          for (String line : text.split("\n")) {
            content.showText(line);
            content.newLine();
          }
          content.endText();
        }
      }
    }
    return document;
  }

  /** A Word file with these paragraphs and, after them, a table of one row. */
  static Path word(Path file, String[] paragraphs, String... cells) {
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      for (String paragraph : paragraphs) {
        document.createParagraph().createRun().setText(paragraph);
      }
      XWPFTable table = document.createTable(1, cells.length);
      for (int i = 0; i < cells.length; i++) {
        table.getRow(0).getCell(i).setText(cells[i]);
      }
      document.write(out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A Word file of some kilobytes with half a million paragraphs. */
  static Path heavyWord(Path file) {
    return wordOf(file, "<w:p/>".repeat(500_000), new byte[0]);
  }

  /** A Word file with another one in it, before some content of its own. */
  static Path wordWithin(Path file, Path inner, String content) {
    try {
      return wordOf(file, content, Files.readAllBytes(inner));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path wordOf(Path file, String content, byte[] inner) {
    String word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    try (OPCPackage parts = OPCPackage.create(file.toFile())) {
      PackagePart main =
          parts.createPart(
              PackagingURIHelper.createPartName("/word/document.xml"),
              XWPFRelation.DOCUMENT.getContentType());
      parts.addRelationship(
          main.getPartName(), TargetMode.INTERNAL, PackageRelationshipTypes.CORE_DOCUMENT);
      try (OutputStream out = main.getOutputStream()) {
        String xml =
            "<w:document xmlns:w='%s'><w:body>%s</w:body></w:document>".formatted(word, content);
        out.write(xml.getBytes(StandardCharsets.UTF_8));
      }
      if (inner.length > 0) {
        PackagePart within =
            parts.createPart(
                PackagingURIHelper.createPartName("/word/embeddings/in.docx"),
                XWPFRelation.DOCUMENT.getContentType().replace(".main+xml", ""));
        main.addRelationship(
            within.getPartName(), TargetMode.INTERNAL, POIXMLDocument.PACK_OBJECT_REL_TYPE);
        try (OutputStream out = within.getOutputStream()) {
          out.write(inner);
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A Word file behind a password. */
  static Path encryptedWord(Path file, Path plain, String password) {
    try (POIFSFileSystem container = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword(password);
      try (OPCPackage word = OPCPackage.open(plain.toFile(), PackageAccess.READ_WRITE);
          OutputStream inside = encryptor.getDataStream(container)) {
        word.save(inside);
      }
      container.writeFilesystem(out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | InvalidFormatException e) {
      throw new IllegalStateException(e);
    }
  }
}
