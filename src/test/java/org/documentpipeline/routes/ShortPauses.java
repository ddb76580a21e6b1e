package org.documentpipeline.routes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.documentpipeline.summarizing.Parts;
import org.documentpipeline.summarizing.RunningCalls;

/** Makes the waits before a call is repeated a thousand times shorter, and notes them. */
final class ShortPauses extends RunningCalls {
  private static final int SHORTER = 1000;

  /** Milliseconds that calls were meant to wait, in order. */
  final List<Long> waits = Collections.synchronizedList(new ArrayList<>());

  /** What else a wait waits for. */
  volatile Consumer<String> hold = token -> {};

  void reset() {
    waits.clear();
    hold = token -> {};
  }

  @Override
  public void pause(String token, long millis, Parts.Round round) {
    waits.add(millis);
    hold.accept(token);
    super.pause(token, millis / SHORTER, round);
  }
}
