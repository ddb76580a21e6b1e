package org.documentpipeline.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Binary formats that are not accepted, by the extension that claims them. */
final class ForeignFormats {

  private static final Map<String, Set<String>> EXTENSIONS =
      Map.ofEntries(
          Map.entry("an Excel workbook", Set.of("xls", "xlsx", "xlsm", "xlsb", "xltx")),
          Map.entry(
              "a PowerPoint presentation", Set.of("ppt", "pptx", "pptm", "pps", "ppsx", "potx")),
          Map.entry(
              "an OpenDocument file that is not a text", Set.of("ods", "odp", "odg", "odf", "odb")),
          Map.entry("an Apple iWork document", Set.of("pages", "numbers", "keynote")),
          Map.entry("an e-book", Set.of("epub", "mobi", "azw", "azw3", "djvu")),
          Map.entry("an e-mail in Outlook's format", Set.of("msg", "pst")),
          Map.entry(
              "an image",
              Set.of(
                  "png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "heic", "avif", "ico",
                  "psd")),
          Map.entry("a sound file", Set.of("mp3", "wav", "ogg", "flac", "m4a", "aac")),
          Map.entry("a video", Set.of("mp4", "mov", "avi", "mkv", "webm", "wmv", "mpg", "mpeg")),
          Map.entry(
              "an archive",
              Set.of("zip", "gz", "tgz", "bz2", "xz", "7z", "rar", "tar", "zst", "jar", "war")),
          Map.entry(
              "a program",
              Set.of(
                  "exe", "dll", "so", "dmg", "msi", "apk", "class", "iso", "deb", "rpm", "wasm")),
          Map.entry("a database", Set.of("sqlite", "mdb", "accdb", "parquet")),
          Map.entry("a font", Set.of("ttf", "otf", "woff", "woff2")));

  private ForeignFormats() {}

  /** All of these extensions, sorted. */
  static List<String> extensions() {
    return EXTENSIONS.values().stream().flatMap(Set::stream).sorted().toList();
  }

  /**
   * What a name with this extension says it is, or null when the extension claims no binary format.
   */
  static String claimedBy(String extension) {
    return EXTENSIONS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(extension))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
