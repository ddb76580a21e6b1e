package org.documentpipeline.summarizing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.documentpipeline.chunking.PageStart;
import org.documentpipeline.chunking.Sentences;

/** Finds the page of a chunk on which a sentence begins that stands there word for word. */
final class PageFinder {

  /** Fewer words than these can stand anywhere by chance. */
  private static final int QUOTE = 4;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What begins on a page. */
  private record PageText(int page, String text) {}

  private final Map<Integer, List<PageText>> chunks = new HashMap<>();

  /** Takes rows with {@code index}, {@code text} and {@code pageStarts} of chunks. */
  PageFinder(List<Map<String, Object>> rows) {
    for (Map<String, Object> row : rows) {
      String text = (String) row.get("text");
      PageStart[] starts = starts((String) row.get("pageStarts"));
      List<PageText> pages = new ArrayList<>();
      for (int i = 0; i < starts.length; i++) {
        int end = i + 1 < starts.length ? starts[i + 1].at() : text.length();
        pages.add(new PageText(starts[i].page(), plain(text.substring(starts[i].at(), end))));
      }
      chunks.put((Integer) row.get("index"), pages);
    }
  }

  private static PageStart[] starts(String json) {
    try {
      return JSON.readValue(json, PageStart[].class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a list of page starts: " + json, e);
    }
  }

  /**
   * The passage with exact pages when every sentence of it is found in one of its chunks; else as
   * it is, for a page that holds only half of it would lie.
   */
  Passage exact(Passage passage) {
    Map<Integer, TreeSet<Integer>> found = new HashMap<>();
    for (String sentence : Sentences.of(plain(passage.text()))) {
      boolean telling = Words.count(sentence) >= QUOTE;
      if (telling && !find(sentence.strip(), passage.references(), found)) {
        return passage;
      }
    }
    List<Reference> exact =
        passage.references().stream()
            .map(
                reference -> {
                  TreeSet<Integer> pages = found.get(reference.chunk());
                  return pages == null
                      ? reference
                      : new Reference(reference.chunk(), pages.first(), pages.last());
                })
            .toList();
    return new Passage(passage.text(), exact);
  }

  private boolean find(
      String sentence, List<Reference> references, Map<Integer, TreeSet<Integer>> found) {
    for (Reference reference : references) {
      for (PageText page : chunks.getOrDefault(reference.chunk(), List.of())) {
        if (page.text().contains(sentence)) {
          found.computeIfAbsent(reference.chunk(), chunk -> new TreeSet<>()).add(page.page());
          return true;
        }
      }
    }
    return false;
  }

  /** As a passage shows it: on one line, without the signs of code and those of notes. */
  private static String plain(String text) {
    return NoteMarks.without(Unlinked.withoutHtml(UntrustedText.cleanUnlabelled(text)))
        .replace("`", "")
        .replaceAll("\\s+", " ");
  }
}
