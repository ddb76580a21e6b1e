package org.documentpipeline.intake;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.documentpipeline.weighing.HeapShare;
import org.springframework.stereotype.Component;

/**
 * Decides the type of a document by its content (Apache Tika's detectors). The name only tells
 * Markdown from other text, and is held against the content where it claims a binary format.
 */
@Component
public class MediaTypes {

  private static final String PROTECTED = "application/x-tika-ooxml-protected";
  private static final Map<String, Format> FORMATS =
      Map.ofEntries(
          Map.entry("application/pdf", Format.PDF),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
              Format.DOCX),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
              Format.DOCX),
          Map.entry("application/vnd.ms-word.document.macroenabled.12", Format.DOCX),
          Map.entry("application/vnd.ms-word.template.macroenabled.12", Format.DOCX),
          // Encrypted: what is inside cannot be seen. The worker finds out and says that it is
          // encrypted.
          Map.entry(PROTECTED, Format.DOCX),
          Map.entry("application/msword", Format.DOC),
          Map.entry("application/vnd.oasis.opendocument.text", Format.ODT),
          Map.entry("application/vnd.oasis.opendocument.text-template", Format.ODT),
          Map.entry("application/rtf", Format.RTF),
          Map.entry("text/html", Format.HTML),
          Map.entry("application/xhtml+xml", Format.HTML));
  // The container is there, but too broken or too plain for Tika to see what it contains.
  private static final Map<String, Set<Format>> CONTAINERS =
      Map.of(
          "application/zip",
          Set.of(Format.DOCX, Format.ODT),
          "application/x-tika-ooxml",
          Set.of(Format.DOCX),
          Contents.HEAVY,
          Set.of(Format.DOCX, Format.ODT),
          "application/x-tika-msoffice",
          Set.of(Format.DOC));
  private static final Set<String> PROGRAMS_AS_TEXT = Set.of("application/postscript");

  private final Contents contents;

  MediaTypes(HeapShare share) {
    this.contents = new Contents(share.bytes());
  }

  /** The media types that are accepted. */
  public List<String> supported() {
    return Arrays.stream(Format.values()).map(format -> format.mediaType).toList();
  }

  /** Extensions, without the dot, that no document may have: they claim other formats. */
  public List<String> refusedExtensions() {
    return ForeignFormats.extensions();
  }

  /**
   * The type of a file.
   *
   * @param file the bytes
   * @param name its name; only the extension counts
   * @return one of {@link #supported()}
   * @throws RefusedException 415 {@code unsupported-type} when the content is not supported or not
   *     what the name claims; 422 {@code empty-document} when there is nothing but white space in
   *     it
   */
  public String detect(File file, String name) throws IOException {
    if (file.length() == 0) {
      throw RefusedException.empty();
    }
    String extension = FileNames.extension(name);
    String found = contents.type(file);
    Format format = FORMATS.get(found);
    if (format == null) {
      format = container(file, found, extension);
    }
    if (format == null || !format.isBinary()) {
      format = textual(file, found, extension);
    }
    checkClaim(extension, format, found);
    if (!format.isBinary() && TextSniffer.isBlank(file)) {
      throw RefusedException.empty();
    }
    return format.mediaType;
  }

  /**
   * The type of a text that came as such.
   *
   * @throws RefusedException 415 {@code unsupported-type} when its name claims a binary format
   */
  public String ofText(String name) {
    String extension = FileNames.extension(name);
    checkClaim(extension, Format.TEXT, Format.TEXT.mediaType);
    Format claimed = Format.byExtension(extension);
    return (claimed == null ? Format.TEXT : claimed).mediaType;
  }

  private static Format container(File file, String found, String extension) {
    Format claimed = Format.byExtension(extension);
    boolean fits = claimed != null && CONTAINERS.getOrDefault(found, Set.of()).contains(claimed);
    return fits && !(found.equals("application/zip") && isReadableZip(file)) ? claimed : null;
  }

  private static boolean isReadableZip(File file) {
    try (ZipFile zip = new ZipFile(file)) {
      return zip.size() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Format textual(File file, String found, String extension) throws IOException {
    Format claimed = Format.byExtension(extension);
    if (PROGRAMS_AS_TEXT.contains(found) || !TextSniffer.isText(file)) {
      throw unsupported(found, extension);
    }
    if (claimed == Format.MARKDOWN || claimed == Format.HTML) {
      return claimed;
    }
    return FORMATS.getOrDefault(found, Format.TEXT);
  }

  private static void checkClaim(String extension, Format format, String found) {
    Format claimed = Format.byExtension(extension);
    boolean foreign = ForeignFormats.claimedBy(extension) != null;
    if (foreign || claimed != null && claimed.isBinary() && claimed != format) {
      throw unsupported(
          format == Format.TEXT || found.equals(PROTECTED) ? format.label : found, extension);
    }
  }

  private static RefusedException unsupported(String found, String extension) {
    Format claimed = Format.byExtension(extension);
    String claim =
        claimed != null && claimed.isBinary() ? claimed.label : ForeignFormats.claimedBy(extension);
    String content = describe(found);
    if (claim == null) {
      return RefusedException.unsupported(
          "The content is " + content + ". Accepted are " + accepted() + ".");
    }
    return RefusedException.unsupported(
        "The name (."
            + extension
            + ") says that it is "
            + claim
            + ", and the content is "
            + content
            + ". Accepted are "
            + accepted()
            + ".");
  }

  private static String describe(String found) {
    Format known = FORMATS.get(found);
    if (known != null) {
      return known.label;
    }
    return found.equals("application/octet-stream") ? "binary data of an unknown kind" : found;
  }

  private static String accepted() {
    return String.join(", ", Arrays.stream(Format.values()).map(format -> format.label).toList());
  }
}
