package org.documentpipeline.summarizing;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;

/** What a reader of CommonMark sees in a text. */
final class Markdown {

  private Markdown() {}

  /** Where its links lead, in order; pictures and HTML are among them, marked as such. */
  static List<String> links(String markdown) {
    List<String> links = new ArrayList<>();
    Parser.builder()
        .build()
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
              }

              @Override
              public void visit(Image image) {
                links.add("picture " + image.getDestination());
              }

              @Override
              public void visit(HtmlInline html) {
                links.add("HTML " + html.getLiteral());
              }

              @Override
              public void visit(HtmlBlock html) {
                links.add("HTML " + html.getLiteral());
              }
            });
    return links;
  }
}
