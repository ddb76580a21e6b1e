package org.documentpipeline.web.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.documentpipeline.web.ProblemException;
import org.springframework.stereotype.Component;

/** Makes downloads of finished summaries. */
@Component
public class SummaryExport {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final PdfFonts fonts;

  SummaryExport(PdfFonts fonts) {
    this.fonts = fonts;
  }

  /**
   * The summary with the summaries of its chunks, in one of the formats.
   *
   * @param format {@code md} (also when null or blank), {@code txt}, {@code json}, {@code pdf} or
   *     {@code docx}
   * @param document the contract's document object with its chunks, as JSON
   * @throws ProblemException 400 {@code bad-request} for another format, 404 {@code not-found} when
   *     the document is null (deleted meanwhile), 409 {@code not-finished} when there is no summary
   * @throws IOException when a file cannot be put together
   */
  public byte[] export(String format, String document) throws IOException {
    ExportFormat target = ExportFormat.of(format);
    Finished finished = read(document);
    return switch (target) {
      case MD -> utf8(TextExport.markdown(finished));
      case TXT -> utf8(TextExport.plain(finished));
      case JSON -> utf8(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(finished) + "\n");
      case PDF -> PdfExport.write(finished, fonts);
      case DOCX -> DocxExport.write(finished);
    };
  }

  /**
   * The media type of a format's files.
   *
   * @throws ProblemException 400 {@code bad-request} when there is no such format
   */
  public String mediaType(String format) {
    return ExportFormat.of(format).mediaType;
  }

  /**
   * The name of the download: the document's own without its extension, then {@code .summary} and
   * the format's.
   *
   * @throws ProblemException 400 {@code bad-request} when there is no such format
   */
  public String fileName(String format, String name) {
    if (name == null) { // Camel takes the text "null" for none
      return fileName(format, "document");
    }
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name)
        + ".summary."
        + ExportFormat.of(format).extension();
  }

  private static Finished read(String document) throws JsonProcessingException {
    if (document == null) {
      throw new ProblemException(404, "not-found", "There is no such document, or it was deleted.");
    }
    Finished finished = JSON.readValue(document, Finished.class);
    if (!"completed".equals(finished.status()) || finished.summary() == null) {
      throw new ProblemException(
          409,
          "not-finished",
          "There is no summary yet: the document is " + finished.status() + ".");
    }
    return finished;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
