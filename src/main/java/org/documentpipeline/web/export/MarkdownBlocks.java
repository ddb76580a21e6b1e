package org.documentpipeline.web.export;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Markdown (CommonMark) as a flat list of paragraphs. HTML in it is shown as it is, a picture as
 * its description.
 */
final class MarkdownBlocks extends AbstractVisitor {

  private static final Parser PARSER = Parser.builder().build();

  private final List<Block> blocks = new ArrayList<>();
  private final List<Integer> counters = new ArrayList<>();
  private List<Block.Span> spans = new ArrayList<>();
  private String marker = "";
  private int depth;
  private int bold;
  private int italic;

  private MarkdownBlocks() {}

  static List<Block> parse(String markdown) {
    MarkdownBlocks visitor = new MarkdownBlocks();
    PARSER.parse(markdown).accept(visitor);
    return visitor.blocks;
  }

  @Override
  public void visit(Heading heading) {
    visitChildren(heading);
    end(Block.Kind.HEADING, heading.getLevel());
  }

  @Override
  public void visit(Paragraph paragraph) {
    visitChildren(paragraph);
    end(Block.Kind.PARAGRAPH, depth);
  }

  @Override
  public void visit(BlockQuote quote) {
    nested(quote);
  }

  @Override
  public void visit(BulletList list) {
    counters.add(null);
    visitChildren(list);
    counters.remove(counters.size() - 1);
  }

  @Override
  public void visit(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    counters.add(start == null ? Integer.valueOf(1) : start);
    visitChildren(list);
    counters.remove(counters.size() - 1);
  }

  @Override
  public void visit(ListItem item) {
    int last = counters.size() - 1;
    Integer number = counters.get(last);
    marker = number == null ? "•" : number + ".";
    counters.set(last, number == null ? null : Integer.valueOf(number + 1));
    nested(item);
    marker = "";
  }

  @Override
  public void visit(FencedCodeBlock code) {
    code(code.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    code(code.getLiteral());
  }

  @Override
  public void visit(HtmlBlock html) {
    code(html.getLiteral());
  }

  @Override
  public void visit(ThematicBreak rule) {
    end(Block.Kind.RULE, depth);
  }

  @Override
  public void visit(Text text) {
    add(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    add(code.getLiteral());
  }

  @Override
  public void visit(HtmlInline html) {
    add(html.getLiteral());
  }

  @Override
  public void visit(Image image) {
    visitChildren(image);
  }

  /** References to chunks stay apart from the sentence; of other links the text is enough. */
  @Override
  public void visit(Link link) {
    if (link.getDestination().startsWith(Finished.Part.ANCHOR)) {
      add("[");
      visitChildren(link);
      add("]");
    } else {
      visitChildren(link);
    }
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    add(" ");
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    add("\n");
  }

  @Override
  public void visit(Emphasis emphasis) {
    italic++;
    visitChildren(emphasis);
    italic--;
  }

  @Override
  public void visit(StrongEmphasis emphasis) {
    bold++;
    visitChildren(emphasis);
    bold--;
  }

  private void nested(Node node) {
    depth++;
    visitChildren(node);
    depth--;
  }

  private void code(String literal) {
    add(literal.stripTrailing());
    end(Block.Kind.CODE, depth);
  }

  private void add(String text) {
    spans.add(new Block.Span(text, bold > 0, italic > 0));
  }

  // The marker belongs to the first paragraph of a list item only.
  private void end(Block.Kind kind, int level) {
    blocks.add(new Block(kind, level, marker, spans));
    spans = new ArrayList<>();
    marker = "";
  }
}
