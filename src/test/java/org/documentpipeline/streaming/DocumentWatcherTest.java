package org.documentpipeline.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.documentpipeline.progress.Event;
import org.documentpipeline.streaming.DocumentWatcher.StoredEvent;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DocumentWatcherTest {

  private static final String ID = "00000000-0000-4000-8000-000000000001";
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private FakeSocket socket = new FakeSocket(10);
  private DocumentWatcher watcher = new DocumentWatcher("key", ID, DocumentWatcher.NOTHING, socket);

  @Test
  void newsBeforeTheSnapshotAreReadAfterIt() {
    assertThat(watcher.hear(event(5, "progress"))).isFalse();
    assertThat(watcher.beginRead()).isEqualTo(DocumentWatcher.NOTHING);
    assertThat(watcher.snapshot(4, false, "snapshot")).isTrue();
    assertThat(watcher.beginRead()).isEqualTo(4);
    assertThat(watcher.page(5, false, stored(5, 5))).isFalse();
    assertThat(socket.sent()).containsExactly("snapshot", "5");
  }

  @Test
  void onlyTheNextEventIsSentAsItComes() {
    open(4);
    assertThat(watcher.hear(event(5, "progress"))).isFalse();
    assertThat(watcher.hear(event(5, "progress"))).isFalse();
    assertThat(watcher.hear(event(7, "progress"))).isTrue();
    assertThat(watcher.hear(event(8, "progress"))).as("a read is under way").isFalse();
    assertThat(socket.sent()).containsExactly("snapshot", "5");
    watcher.beginRead();
    assertThat(watcher.page(7, false, stored(6, 7))).as("8 was heard of meanwhile").isTrue();
    watcher.beginRead();
    assertThat(watcher.page(8, false, stored(8, 8))).isFalse();
    assertThat(socket.sent()).containsExactly("snapshot", "5", "6", "7", "8");
  }

  @Test
  void theEndIsDecidedByAReadAlone() {
    open(4);
    assertThat(watcher.hear(event(5, "failed"))).isTrue();
    assertThat(socket.closedWith()).isNull();
    watcher.beginRead();
    assertThat(watcher.page(6, false, stored(6, 6))).as("it was retried meanwhile").isFalse();
    assertThat(socket.closedWith()).isNull();
    assertThat(watcher.hear(event(7, "completed"))).isTrue();
    watcher.beginRead();
    watcher.page(7, true, List.of());
    assertThat(socket.closedWith()).isEqualTo(CloseCode.DONE);
    assertThat(socket.sent()).containsExactly("snapshot", "5", "6", "7");
  }

  @Test
  void anEndThatANewerEventHasOvertakenClosesNothing() {
    open(4);
    watcher.hear(event(5, "failed"));
    watcher.beginRead();
    watcher.hear(event(6, "retried"));
    watcher.page(5, true, List.of());
    assertThat(socket.closedWith()).isNull();
    assertThat(socket.sent()).containsExactly("snapshot", "5", "6");
  }

  @Test
  void aSnapshotOfAFinishedDocumentClosesAtOnce() {
    watcher.beginRead();
    assertThat(watcher.snapshot(9, true, "snapshot")).isFalse();
    assertThat(socket.closedWith()).isEqualTo(CloseCode.DONE);
  }

  @Test
  void aNumberThatIsStillToComeIsWaitedFor() {
    DocumentWatcher ahead = new DocumentWatcher("key", ID, 9, socket);
    ahead.beginRead();
    assertThat(ahead.page(7, false, List.of())).isFalse();
    assertThat(ahead.hear(event(8, "progress"))).isFalse();
    assertThat(ahead.hear(event(10, "progress"))).isFalse();
    assertThat(socket.sent()).containsExactly("10");
    assertThat(socket.closedWith()).isNull();
  }

  @Test
  void aNumberThatWillNeverComeClosesWithTheDocument() {
    DocumentWatcher ahead = new DocumentWatcher("key", ID, 9, socket);
    ahead.beginRead();
    ahead.page(7, true, List.of());
    assertThat(socket.closedWith()).isEqualTo(CloseCode.DONE);
  }

  @Test
  void aFullSocketIsLeftAloneUntilItHasDrained() {
    roomFor(3);
    open(0);
    watcher.hear(event(1, "progress"));
    watcher.hear(event(2, "progress"));
    assertThat(watcher.hear(event(3, "progress"))).as("no room, no read").isFalse();
    assertThat(watcher.compare(9, false)).isFalse();
    socket.drain();
    assertThat(watcher.askWhenDrained()).isTrue();
    watcher.beginRead();
    assertThat(watcher.page(9, false, stored(3, 9))).as("full again").isFalse();
    assertThat(socket.sent()).containsExactly("snapshot", "1", "2", "3", "4", "5");
    assertThat(socket.overfilled()).isZero();
  }

  @Test
  void aReadThatFailedIsMadeAgainWhenPostgresAnswers() {
    watcher.beginRead();
    watcher.readFailed();
    assertThat(watcher.position()).isEqualTo(DocumentWatcher.NOTHING);
    assertThat(watcher.compare(4, false)).isTrue();
    assertThat(watcher.compare(4, false)).as("one read at a time").isFalse();
  }

  @Test
  void newsOfWhatPostgresDoesNotHaveDoNotReadOnAndOn() {
    open(4);
    assertThat(watcher.hear(event(99, "progress"))).isTrue();
    watcher.beginRead();
    assertThat(watcher.page(4, false, List.of())).isFalse();
  }

  @Test
  void neverThereIsUnknownAndNoLongerThereIsDeleted() {
    watcher.beginRead();
    watcher.missing();
    assertThat(socket.closedWith()).isEqualTo(CloseCode.UNKNOWN_DOCUMENT);

    FakeSocket other = new FakeSocket(3);
    DocumentWatcher found = new DocumentWatcher("other", ID, 0, other);
    found.page(1, false, stored(1, 1));
    found.missing();
    assertThat(other.closedWith()).isEqualTo(CloseCode.DELETED);
  }

  @Test
  void aQuietSocketIsPingedAndAStuckOneClosed() {
    roomFor(3);
    open(0);
    long now = System.nanoTime();
    watcher.tend(now, SECOND, 5 * SECOND);
    assertThat(socket.sent()).containsExactly("snapshot");
    watcher.tend(now + 2 * SECOND, SECOND, 5 * SECOND);
    assertThat(socket.sent()).containsExactly("snapshot", "{\"type\":\"ping\"}");
    watcher.hear(event(1, "progress"));
    watcher.tend(now + 3 * SECOND, SECOND, 5 * SECOND);
    watcher.tend(now + 7 * SECOND, SECOND, 5 * SECOND);
    assertThat(socket.closedWith()).isNull();
    watcher.tend(now + 8 * SECOND, SECOND, 5 * SECOND);
    assertThat(socket.closedWith()).isEqualTo(CloseCode.TOO_SLOW);
  }

  @Test
  void aReaderThatKeepsDrainingIsNotTooSlow() {
    roomFor(3);
    open(0);
    IntStream.rangeClosed(1, 2).forEach(seq -> watcher.hear(event(seq, "progress")));
    long now = System.nanoTime();
    watcher.tend(now, 99 * SECOND, 5 * SECOND);
    socket.drain();
    watcher.askWhenDrained();
    IntStream.rangeClosed(3, 5).forEach(seq -> watcher.hear(event(seq, "progress")));
    watcher.tend(now + 6 * SECOND, 99 * SECOND, 5 * SECOND);
    assertThat(socket.full()).isTrue();
    assertThat(socket.closedWith()).isNull();
  }

  /**
   * Any order of news, reads, retries and drains: each event once, in order, without a gap, and one
   * end.
   */
  @RepeatedTest(500)
  void everyInterleavingTellsTheSameStory(RepetitionInfo repetition) {
    new Story(new Random(repetition.getCurrentRepetition())).play();
  }

  private void roomFor(int messages) {
    socket = new FakeSocket(messages);
    watcher = new DocumentWatcher("key", ID, DocumentWatcher.NOTHING, socket);
  }

  private void open(int seq) {
    watcher.beginRead();
    watcher.snapshot(seq, false, "snapshot");
  }

  private static Event event(int seq, String type) {
    return new Event(ID, seq, type, String.valueOf(seq));
  }

  private static List<StoredEvent> stored(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(seq -> new StoredEvent(seq, String.valueOf(seq)))
        .toList();
  }

  /** A document's life with one watcher; the order of all that happens is drawn by lot. */
  private static final class Story {

    private static final int PAGE = 4;

    private final Random random;
    private final FakeSocket socket;
    private final DocumentWatcher watcher;
    private final int after;
    private final List<String> types = new ArrayList<>();
    private final List<Event> news = new ArrayList<>();
    private final List<Runnable> reads = new ArrayList<>();
    private int asked = 1;
    private boolean drainTold;

    Story(Random random) {
      this.random = random;
      this.socket =
          new FakeSocket(1 + random.nextInt(6)) {
            @Override
            public boolean full() {
              boolean full = super.full();
              // A reader drains at any moment, also in the middle of a page.
              if (full && random.nextInt(3) == 0) {
                drainTold |= drain();
              }
              return full;
            }
          };
      IntStream.range(0, 1 + random.nextInt(20)).forEach(i -> write("progress"));
      news.clear();
      this.after =
          random.nextBoolean() ? DocumentWatcher.NOTHING : random.nextInt(types.size() + 1);
      this.watcher = new DocumentWatcher("key", ID, after, socket);
    }

    void play() {
      int steps = 50 + random.nextInt(200);
      for (int i = 0; i < steps && !socket.closed(); i++) {
        step();
      }
      if (!socket.closed() && !terminal()) {
        write("completed");
      }
      for (int i = 0; i < 200 && !socket.closed(); i++) {
        settle();
      }
      check();
    }

    private void step() {
      switch (random.nextInt(8)) {
        case 0, 1 -> write(nextType());
        case 2 -> deliver();
        case 3 -> beginRead();
        case 4, 5 -> finishRead();
        case 6 -> drain();
        default -> compare();
      }
    }

    private void settle() {
      drain();
      compare();
      beginRead();
      finishRead();
    }

    private String nextType() {
      if (terminal()) {
        return "retried";
      }
      return random.nextInt(8) == 0 ? "failed" : "progress";
    }

    private boolean terminal() {
      String last = types.get(types.size() - 1);
      return last.equals("failed") || last.equals("completed");
    }

    private void write(String type) {
      types.add(type);
      news.add(event(types.size(), type));
    }

    private void deliver() {
      if (!news.isEmpty()) {
        int place = random.nextInt(news.size());
        Event one = random.nextInt(4) == 0 ? news.get(place) : news.remove(place);
        boolean lost = random.nextInt(5) == 0;
        if (!lost && watcher.hear(one)) {
          asked++;
        }
      }
    }

    private void compare() {
      int told = watcher.position();
      if ((types.size() > told || terminal()) && watcher.compare(types.size(), terminal())) {
        asked++;
      }
    }

    private void drain() {
      drainTold |= socket.drain();
      if (drainTold && watcher.askWhenDrained()) {
        asked++;
      }
      drainTold = false;
    }

    /** What a read finds is fixed here; it may be used much later. */
    private void beginRead() {
      if (asked == 0) {
        return;
      }
      asked--;
      Integer from = watcher.beginRead();
      if (from == null) {
        return;
      }
      int lastSeq = types.size();
      boolean terminal = terminal();
      int to = Math.min(lastSeq, from + PAGE);
      boolean fails = random.nextInt(10) == 0;
      reads.add(
          () -> {
            if (fails) {
              watcher.readFailed();
            } else if (from == DocumentWatcher.NOTHING
                ? watcher.snapshot(lastSeq, terminal, "snapshot " + lastSeq)
                : watcher.page(lastSeq, terminal, stored(from + 1, to))) {
              asked++;
            }
          });
    }

    private void finishRead() {
      if (!reads.isEmpty()) {
        reads.remove(random.nextInt(reads.size())).run();
      }
    }

    private void check() {
      List<String> expected = new ArrayList<>();
      int first = after + 1;
      if (after == DocumentWatcher.NOTHING) {
        String snapshot = socket.sent().get(0);
        expected.add(snapshot);
        assertThat(snapshot).startsWith("snapshot ");
        first = Integer.parseInt(snapshot.substring("snapshot ".length())) + 1;
      }
      int last = first + socket.sent().size() - expected.size() - 1;
      IntStream.rangeClosed(first, last).mapToObj(String::valueOf).forEach(expected::add);
      assertThat(socket.sent()).isEqualTo(expected);
      assertThat(socket.overfilled()).isZero();
      assertThat(socket.closedWith()).isEqualTo(CloseCode.DONE);
      assertThat(types.get(last - 1)).isIn("failed", "completed");
    }
  }
}
