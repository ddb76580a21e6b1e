package org.documentpipeline.intake;

import java.util.Set;

/** The formats that are accepted, in the order in which the page names them. */
enum Format {
  PDF("application/pdf", "PDF", Set.of("pdf")),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "Word (docx)",
      Set.of("docx", "docm", "dotx", "dotm")),
  DOC("application/msword", "Word (doc)", Set.of("doc", "dot")),
  ODT("application/vnd.oasis.opendocument.text", "OpenDocument text", Set.of("odt", "ott")),
  RTF("application/rtf", "RTF", Set.of("rtf")),
  HTML("text/html", "HTML", Set.of("html", "htm", "xhtml")),
  MARKDOWN("text/markdown", "Markdown", Set.of("md", "markdown")),
  TEXT("text/plain", "plain text", Set.of());

  final String mediaType;
  final String label;
  final Set<String> extensions;

  Format(String mediaType, String label, Set<String> extensions) {
    this.mediaType = mediaType;
    this.label = label;
    this.extensions = extensions;
  }

  /** Whether a name can claim this format and be wrong: text is text under any name. */
  boolean isBinary() {
    return ordinal() < HTML.ordinal();
  }

  /** The format whose extension this is, or null. */
  static Format byExtension(String extension) {
    for (Format format : values()) {
      if (format.extensions.contains(extension)) {
        return format;
      }
    }
    return null;
  }
}
