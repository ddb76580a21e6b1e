package org.documentpipeline.web.export;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fonts of this machine for scripts that the bundled font does not have. Only TrueType outlines can
 * be embedded.
 */
final class SystemFonts {

  private static final Logger log = LoggerFactory.getLogger(SystemFonts.class);
  private static final Duration SEARCH = Duration.ofSeconds(3);
  private static final int MAX_DEPTH = 6;

  /** Fonts of wide coverage by parts of their file names, tried first. */
  private static final List<String> WIDE =
      List.of(
          "fallback",
          "cjk",
          "wqy",
          "microhei",
          "unicode",
          "msyh",
          "yahei",
          "pingfang",
          "gothic",
          "malgun",
          "meiryo",
          "uming",
          "takao",
          "ipag",
          "nanum",
          "noto");

  private final List<Path> folders;
  private final Map<String, Optional<Found>> byScript = new ConcurrentHashMap<>();

  /** A font file, and which font of a collection it is (null: the file is one font). */
  record Found(Path file, String name) {}

  SystemFonts(List<Path> folders) {
    this.folders = folders;
  }

  /** The usual folders of Linux, macOS and Windows. */
  static SystemFonts usual() {
    String home = System.getProperty("user.home", ".");
    return new SystemFonts(
        Stream.of(
                "/usr/share/fonts",
                "/usr/local/share/fonts",
                home + "/.fonts",
                home + "/.local/share/fonts",
                "/System/Library/Fonts",
                "/Library/Fonts",
                home + "/Library/Fonts",
                "C:\\Windows\\Fonts")
            .map(Path::of)
            .filter(Files::isDirectory)
            .toList());
  }

  /**
   * A font that has this character, kept for all of its script; signs of no script go by their
   * Unicode block.
   */
  Optional<Found> find(int codePoint) {
    Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
    if (script == Character.UnicodeScript.UNKNOWN) {
      return Optional.empty();
    }
    boolean shared =
        script == Character.UnicodeScript.COMMON || script == Character.UnicodeScript.INHERITED;
    String key = shared ? String.valueOf(Character.UnicodeBlock.of(codePoint)) : script.name();
    return byScript.computeIfAbsent(key.toLowerCase(Locale.ROOT), name -> search(name, codePoint));
  }

  private Optional<Found> search(String script, int codePoint) {
    long end = System.nanoTime() + SEARCH.toNanos();
    for (Path file : candidates(script)) {
      if (System.nanoTime() > end) {
        break;
      }
      Optional<Found> found = look(file, codePoint);
      if (found.isPresent()) {
        return found;
      }
    }
    log.info("No font of this machine can show the script {} in PDF exports", script);
    return Optional.empty();
  }

  private List<Path> candidates(String script) {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
        all.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(ttf|ttc|otf)"))
            .forEach(files::add);
      } catch (IOException | UncheckedIOException e) {
        log.debug("Fonts of {} are left out", folder, e);
      }
    }
    files.sort(Comparator.comparingInt(file -> rank(file, script)));
    return files;
  }

  private static int rank(Path file, String script) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.contains(script)) {
      return 0;
    }
    for (int i = 0; i < WIDE.size(); i++) {
      if (name.contains(WIDE.get(i))) {
        return i + 1;
      }
    }
    return WIDE.size() + 1;
  }

  private static Optional<Found> look(Path file, int codePoint) {
    List<Found> found = new ArrayList<>(1);
    try {
      if (isCollection(file)) {
        try (TrueTypeCollection collection = new TrueTypeCollection(file.toFile())) {
          collection.processAllFonts(
              font -> {
                if (found.isEmpty() && has(font, codePoint)) {
                  found.add(new Found(file, font.getName()));
                }
              });
        }
      } else {
        try (TrueTypeFont font = parse(file.toFile())) {
          if (has(font, codePoint)) {
            found.add(new Found(file, null));
          }
        }
      }
    } catch (IOException | RuntimeException e) {
      log.debug("Font {} is left out", file, e);
    }
    return found.stream().findFirst();
  }

  static boolean isCollection(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".ttc");
  }

  static TrueTypeFont parse(File file) throws IOException {
    return new TTFParser().parse(new RandomAccessReadBufferedFile(file));
  }

  private static boolean has(TrueTypeFont font, int codePoint) throws IOException {
    boolean outlines = !(font instanceof OpenTypeFont open && open.isPostScript());
    CmapLookup characters = font.getUnicodeCmapLookup(false);
    return outlines && characters != null && characters.getGlyphId(codePoint) > 0;
  }
}
