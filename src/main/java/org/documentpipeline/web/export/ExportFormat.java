package org.documentpipeline.web.export;

import java.util.Locale;
import org.documentpipeline.web.ProblemException;

/** The formats a summary can be downloaded in. */
enum ExportFormat {
  MD("text/markdown; charset=utf-8"),
  TXT("text/plain; charset=utf-8"),
  JSON("application/json"),
  PDF("application/pdf"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ExportFormat of(String name) {
    if (name == null || name.isBlank()) {
      return MD;
    }
    for (ExportFormat format : values()) {
      if (format.extension().equals(name)) {
        return format;
      }
    }
    throw new ProblemException(
        400, "bad-request", "The parameter format must be one of md, txt, json, pdf, docx.");
  }
}
