package org.documentpipeline.web.export;

/** The two formats that are just text. */
final class TextExport {

  private TextExport() {}

  /**
   * Markdown; the links of the summary lead to the parts below it, or to itself where there are
   * none.
   */
  static String markdown(Finished document) {
    StringBuilder text = new StringBuilder("# ").append(escape(document.name())).append("\n\n");
    if (!document.origin().isEmpty()) {
      text.append('*').append(escape(document.origin())).append("*\n\n");
    }
    if (document.parts().isEmpty()) {
      text.append("<a id=\"").append(Finished.Part.FIRST).append("\"></a>\n\n");
    }
    text.append(document.summary().strip()).append('\n');
    if (!document.parts().isEmpty()) {
      text.append("\n## ").append(Outline.PARTS).append('\n');
    }
    for (Finished.Part part : document.parts()) {
      text.append("\n<a id=\"")
          .append(part.anchor())
          .append("\"></a>\n\n### ")
          .append(escape(part.title()))
          .append("\n\n")
          .append(part.notes())
          .append('\n');
    }
    return text.toString();
  }

  /** Plain text, without any mark-up. */
  static String plain(Finished document) {
    StringBuilder text = new StringBuilder();
    for (Block block : Outline.of(document)) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      append(block, text);
    }
    return text.toString();
  }

  private static void append(Block block, StringBuilder text) {
    String content = block.text();
    if (block.kind() == Block.Kind.HEADING) {
      text.append(content).append('\n');
      if (block.level() <= 2) {
        text.append(
                (block.level() == 1 ? "=" : "-")
                    .repeat(Math.min(79, content.codePointCount(0, content.length()))))
            .append('\n');
      }
      return;
    }
    String indent = "  ".repeat(Math.max(0, block.level() - 1));
    String first =
        block.marker().isEmpty() ? (block.level() > 0 ? "  " : "") : block.marker() + " ";
    String rest = " ".repeat(first.length());
    String shown = block.kind() == Block.Kind.RULE ? "* * *" : content;
    text.append(indent)
        .append(first)
        .append(shown.replace("\n", "\n" + indent + rest))
        .append('\n');
  }

  private static String escape(String text) {
    return text.replaceAll("[\\\\`*_{}\\[\\]<>#|~]", "\\\\$0");
  }
}
