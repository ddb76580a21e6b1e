package org.documentpipeline.summarizing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A paragraph or a key point of a summary.
 *
 * @param text what it says, one line of inline Markdown without any link; addresses stand as code
 * @param references the chunks it rests on, in the order of the document; at most three, and none
 *     where none can be told
 */
public record Passage(String text, List<Reference> references) {

  public Passage {
    references = List.copyOf(references);
  }

  /** The text, and behind it a link to each of its chunks; never taken for a heading or a list. */
  String markdown() {
    return Stream.concat(Stream.of(escaped()), references.stream().map(Reference::link))
        .collect(Collectors.joining(" "));
  }

  private String escaped() {
    return text.replaceFirst("^([0-9]{1,9})([.)])(?=\\s|$)", "$1\\\\$2")
        .replaceFirst("^([#>\\[|]|```|~~~|[-+*_](?=\\s|[-*_\\s]*$))", "\\\\$1");
  }
}
