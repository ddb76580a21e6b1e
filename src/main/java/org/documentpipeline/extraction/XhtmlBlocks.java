package org.documentpipeline.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XHTML that Tika makes of a file and gives its blocks, one after the other. */
final class XhtmlBlocks extends DefaultHandler {
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> BREAKS =
      Set.of("p", "div", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "br");
  private static final Set<String> SILENT = Set.of("head", "script", "style", "title");
  private static final Set<String> RUNNING = Set.of("header", "footer");
  private static final String BULLETS = "\u2022\u25CF\u25AA\u25E6\u00B7\uF0B7";
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final int LONGEST_CELL = 200; // a longer one is text and no entry of a table
  private static final int LONGEST_TITLE = 1_000; // of which less is kept
  private static final int MAX_DEPTH = 500;

  private final Consumer<Block> blocks;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder title = new StringBuilder();
  private final StringBuilder table = new StringBuilder();
  private final List<Block> cell = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();
  private boolean begun;
  private boolean inEntry;
  private int silent;
  private int tables;
  private int cells;

  private XhtmlBlocks(Consumer<Block> blocks) {
    this.blocks = blocks;
  }

  /**
   * Parses; linear in the length. Nothing outside the text is ever loaded.
   *
   * @throws ExtractionException {@code too-complex} when elements are nested deeper than 500
   */
  static void read(byte[] xhtml, Consumer<Block> blocks) throws IOException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      SAXParser parser = factory.newSAXParser();
      // The limit here is ours, not that of the JDK, which differs from one to the next.
      parser.setProperty("jdk.xml.maxElementDepth", "0");
      parser.parse(new ByteArrayInputStream(xhtml), new XhtmlBlocks(blocks));
    } catch (ParserConfigurationException | SAXException e) {
      throw new ExtractionException("corrupt", "The file's text can not be read.", e);
    }
  }

  @Override
  public void startElement(String uri, String local, String tag, Attributes attributes) {
    String style = attributes.getValue("class");
    // What stands at the head or foot of every page is no part of the text.
    boolean running = style != null && RUNNING.contains(style);
    // Tika heads what is embedded, each picture too, with the name of its file.
    boolean fileName = inEntry && tag.equals("h1");
    inEntry = "package-entry".equals(style);
    String name = running || fileName ? "head" : tag;
    if (open.size() >= MAX_DEPTH) {
      throw new ExtractionException("too-complex", "The file is nested too deeply.");
    }
    open.push(style != null && style.startsWith("list") && tag.equals("p") ? "li" : name);
    if (SILENT.contains(name)) {
      silent++;
    } else if (name.equals("table")) {
      endCell();
      tables++;
    } else if (tables > 0 && name.equals("tr")) {
      endRow();
    } else if (tables > 0 && CELLS.contains(name)) {
      endCell();
      trim(table);
      table.append(cells++ == 0 ? "" : " | ");
    } else if (HEADINGS.contains(name) || BREAKS.contains(name) || name.equals("li")) {
      flush("paragraph");
    }
  }

  @Override
  public void endElement(String uri, String local, String tag) {
    String name = open.pop();
    if (SILENT.contains(name)) {
      silent--;
      if (tag.equals("title")) {
        giveTitle();
      }
    } else if (tables > 0 && name.equals("table")) {
      endRow();
      tables--;
      if (tables == 0) {
        giveTable();
      }
    } else if (tables > 0 && name.equals("tr")) {
      endRow();
    } else if (tables > 0 && CELLS.contains(name)) {
      endCell();
    } else if (HEADINGS.contains(name)) {
      flush("heading");
    } else if (name.equals("li")) {
      flush("list");
    } else if (BREAKS.contains(name)) {
      flush(open.contains("li") ? "list" : "paragraph");
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (silent > 0) {
      if (!begun && "title".equals(open.peek()) && title.length() < LONGEST_TITLE) {
        title.append(characters, start, length);
      }
      return;
    }
    for (int i = start; i < start + length; i++) {
      if (Character.isWhitespace(characters[i]) || characters[i] == '\u00A0') {
        space(text);
      } else {
        text.append(characters[i]);
      }
    }
  }

  @Override
  public void endDocument() {
    flush("paragraph");
  }

  /** What is embedded may have titles, too: the first is that of the whole. */
  private void giveTitle() {
    if (!begun && !title.toString().isBlank()) {
      blocks.accept(Block.title(title.toString().strip()));
    }
    begun = true;
  }

  private void endRow() {
    endCell();
    trim(table);
    if (!table.isEmpty() && table.charAt(table.length() - 1) != '\n') {
      table.append('\n');
    }
    cells = 0;
  }

  /**
   * What stands in a cell goes into the row; but whole paragraphs, as in a table that only lays out
   * the page, are written as such, between the rows before and after.
   */
  private void endCell() {
    flush("paragraph");
    if (cell.stream().mapToInt(block -> block.text().length()).sum() > LONGEST_CELL) {
      giveTable();
      cells = 0;
      cell.forEach(blocks);
    } else {
      for (Block part : cell) {
        space(table);
        table.append(part.text());
      }
    }
    cell.clear();
  }

  private void giveTable() {
    int end = table.length();
    while (end > 0 && " |\n".indexOf(table.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end > 0) {
      blocks.accept(new Block(null, "table", table.substring(0, end).strip()));
    }
    table.setLength(0);
  }

  private static void space(StringBuilder target) {
    int length = target.length();
    if (length > 0 && target.charAt(length - 1) != ' ' && target.charAt(length - 1) != '\n') {
      target.append(' ');
    }
  }

  private static void trim(StringBuilder target) {
    int length = target.length();
    if (length > 0 && target.charAt(length - 1) == ' ') {
      target.setLength(length - 1);
    }
  }

  private void flush(String kind) {
    String value = text.toString().strip();
    text.setLength(0);
    if (!value.isEmpty()) {
      boolean item = kind.equals("paragraph") && BULLETS.indexOf(value.charAt(0)) >= 0;
      Block block = new Block(null, item ? "list" : kind, value);
      if (tables > 0) {
        cell.add(block);
      } else {
        blocks.accept(block);
      }
    }
  }
}
