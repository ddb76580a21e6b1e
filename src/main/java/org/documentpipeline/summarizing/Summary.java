package org.documentpipeline.summarizing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The summary of a document in its parts.
 *
 * @param title what the document is about
 * @param paragraphs what it says as a whole; most often one
 * @param keyPoints its points
 * @param language the BCP 47 tag of the language it is in, which is not always the one asked for;
 *     null when that is not known
 * @param prompts the prompt that made it, by name, and the version of its text
 */
public record Summary(
    String title,
    List<Passage> paragraphs,
    List<Passage> keyPoints,
    String language,
    Map<String, String> prompts) {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  public Summary {
    paragraphs = List.copyOf(paragraphs);
    keyPoints = List.copyOf(keyPoints);
    prompts = Map.copyOf(prompts);
  }

  /** As Markdown; behind each paragraph and point stand links to its chunks. */
  public String markdown() {
    StringBuilder text =
        new StringBuilder("# ").append(Unlinked.addressesAsCode(title)).append('\n');
    for (Passage paragraph : paragraphs) {
      text.append('\n').append(paragraph.markdown()).append('\n');
    }
    if (!keyPoints.isEmpty()) {
      text.append('\n');
    }
    for (Passage point : keyPoints) {
      text.append("- ").append(point.markdown()).append('\n');
    }
    return text.toString();
  }

  /** The indexes of the chunks it refers to, in order, with commas between. */
  public String cited() {
    return Stream.concat(paragraphs.stream(), keyPoints.stream())
        .flatMap(passage -> passage.references().stream())
        .map(Reference::chunk)
        .distinct()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  /** As JSON, with the names of this record's components. */
  public String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // texts, numbers and lists of them can be written
    }
  }
}
