package org.documentpipeline.intake;

import java.nio.charset.StandardCharsets;

/**
 * Text sent as JSON instead of a file.
 *
 * @param name the name it is shown under
 * @param text the text, not blank
 * @param options how it is to be summarised
 */
public record PastedText(String name, String text, DocumentOptions options) {

  /** The text as UTF-8: what is stored as the document's original. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
