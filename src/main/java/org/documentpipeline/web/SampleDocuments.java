package org.documentpipeline.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Documents that come with the page, so that it can be tried without one of one's own. They are
 * files of the page ({@code ui/public/samples}) and sent like any other.
 */
@Component
class SampleDocuments {

  private static final Sample REPORT =
      new Sample("/samples/nordvik-harbour-lamps.pdf", "Nordvik harbour lamps.pdf", "completed");
  private static final List<Sample> FAILING =
      List.of(
          new Sample("/samples/locked.pdf", "Crew wages.pdf", "encrypted"),
          new Sample("/samples/scan.pdf", "Scanned letter.pdf", "no-text"),
          new Sample("/samples/poison.txt", "Poisoned notes.txt", "poisoned"));

  private final boolean demo;

  SampleDocuments(@Value("${pipeline.demo}") boolean demo) {
    this.demo = demo;
  }

  /**
   * One of them.
   *
   * @param file its path on this server
   * @param title the name to send it under
   * @param shows how it ends: {@code completed}, or the code of its error
   */
  record Sample(String file, String title, String shows) {}

  /** A report, and in a demonstration those that fail too. */
  List<Sample> offered() {
    return demo ? Stream.concat(Stream.of(REPORT), FAILING.stream()).toList() : List.of(REPORT);
  }
}
