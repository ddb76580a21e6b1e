package org.documentpipeline.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
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
  private static final int MAX_DEPTH = 500;

  private final Consumer<Block> blocks;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder table = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
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
      flush("paragraph");
      tables++;
    } else if (name.equals("tr") && tables > 0) {
      cells = 0;
    } else if (tables > 0 && (name.equals("td") || name.equals("th"))) {
      trim(table);
      table.append(cells++ == 0 ? "" : " | ");
    } else if (tables == 0
        && (HEADINGS.contains(name) || BREAKS.contains(name) || name.equals("li"))) {
      flush("paragraph");
    } else if (tables > 0 && BREAKS.contains(name)) {
      space(table);
    }
  }

  @Override
  public void endElement(String uri, String local, String tag) {
    String name = open.pop();
    if (SILENT.contains(name)) {
      silent--;
    } else if (name.equals("table")) {
      tables--;
      if (tables == 0) {
        give("table", table);
      }
    } else if (name.equals("tr") && tables > 0) {
      trim(table);
      table.append('\n');
    } else if (tables == 0 && HEADINGS.contains(name)) {
      flush("heading");
    } else if (tables == 0 && name.equals("li")) {
      flush("list");
    } else if (tables == 0 && BREAKS.contains(name)) {
      flush(open.contains("li") ? "list" : "paragraph");
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (silent > 0) {
      return;
    }
    StringBuilder target = tables > 0 ? table : text;
    for (int i = start; i < start + length; i++) {
      if (Character.isWhitespace(characters[i]) || characters[i] == '\u00A0') {
        space(target);
      } else {
        target.append(characters[i]);
      }
    }
  }

  @Override
  public void endDocument() {
    flush("paragraph");
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
    give(kind, text);
  }

  private void give(String kind, StringBuilder from) {
    String value = from.toString().strip();
    from.setLength(0);
    if (!value.isEmpty()) {
      boolean item = kind.equals("paragraph") && BULLETS.indexOf(value.charAt(0)) >= 0;
      blocks.accept(new Block(null, item ? "list" : kind, value));
    }
  }
}
