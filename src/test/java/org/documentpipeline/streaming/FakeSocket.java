package org.documentpipeline.streaming;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A socket whose reader takes what was sent when the test says so. */
class FakeSocket implements Socket {

  private final int room;
  private final List<String> sent = new ArrayList<>();
  private int waiting;
  private CloseCode closedWith;
  private int overfilled;

  FakeSocket(int room) {
    this.room = room;
  }

  @Override
  public synchronized boolean full() {
    return closedWith == null && waiting >= room;
  }

  @Override
  public synchronized boolean closed() {
    return closedWith != null;
  }

  @Override
  public synchronized void send(String text) {
    if (closedWith == null) {
      if (waiting >= room) {
        overfilled++;
      }
      waiting++;
      sent.add(text);
    }
  }

  @Override
  public synchronized CompletionStage<Void> close(CloseCode code) {
    if (closedWith == null) {
      closedWith = code;
    }
    return CompletableFuture.completedFuture(null);
  }

  /** The reader takes all; gives whether the socket was full before. */
  synchronized boolean drain() {
    boolean wasFull = waiting >= room;
    waiting = 0;
    return wasFull;
  }

  synchronized List<String> sent() {
    return List.copyOf(sent);
  }

  synchronized CloseCode closedWith() {
    return closedWith;
  }

  /** How often something was sent into a full socket. */
  synchronized int overfilled() {
    return overfilled;
  }
}
