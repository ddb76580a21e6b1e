package org.documentpipeline.chunking;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.documentpipeline.chunking.Piece.Boundary;

/**
 * Cuts the stream of pieces into chunks. It looks two chunks ahead, so that it sees the end of the
 * document early enough to share what is left evenly.
 */
final class Chunks implements Iterator<Chunk>, Closeable {

  private final Pieces pieces;
  private final int maxTokens;
  private final List<Piece> ahead = new ArrayList<>();
  private int tokensAhead;
  private boolean ended;
  private int index;

  Chunks(Pieces pieces, int maxTokens) {
    this.pieces = pieces;
    this.maxTokens = maxTokens;
  }

  @Override
  public boolean hasNext() {
    while (!ended && tokensAhead <= 2 * maxTokens) {
      Piece piece = pieces.next();
      if (piece == null) {
        ended = true;
        close();
      } else {
        ahead.add(piece);
        tokensAhead += piece.tokens();
      }
    }
    return !ahead.isEmpty();
  }

  @Override
  public Chunk next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<Piece> taken = ahead.subList(0, cut());
    Chunk chunk = chunk(taken);
    tokensAhead -= chunk.tokens();
    taken.clear();
    return chunk;
  }

  /**
   * How many of the pieces ahead make the next chunk: those before the best boundary within reach.
   */
  private int cut() {
    if (ended && tokensAhead <= maxTokens) {
      return ahead.size();
    }
    double aim =
        ended
            ? Math.min(maxTokens, 1.0 * tokensAhead / Math.ceil(1.0 * tokensAhead / maxTokens))
            : maxTokens;
    int best = 1;
    double bestScore = Double.NEGATIVE_INFINITY;
    int tokens = 0;
    for (int i = 1; i < ahead.size(); i++) {
      tokens += ahead.get(i - 1).tokens();
      if (tokens > maxTokens) {
        break;
      }
      double score = score(tokens, aim, ahead.get(i));
      if (score >= bestScore) {
        bestScore = score;
        best = i;
      }
    }
    return best;
  }

  /** How good it is to end the chunk before this piece, with so many tokens in it. */
  private double score(int tokens, double aim, Piece next) {
    double worth = next.boundary().worth;
    if (next.boundary() == Boundary.PAGE && next.text().startsWith("#")) {
      worth += Boundary.SECTION.worth / 2;
    }
    double miss = Math.abs(tokens - aim) / aim;
    // What stays must fit into the chunks that are to come.
    boolean leavesTooMuch =
        ended && tokensAhead - tokens > maxTokens * (Math.ceil(1.0 * tokensAhead / maxTokens) - 1);
    return worth - miss - (miss > 0.5 ? 2 : 0) - (leavesTooMuch ? 0.9 : 0);
  }

  private Chunk chunk(List<Piece> taken) {
    StringBuilder text = new StringBuilder();
    Integer firstPage = null;
    Integer lastPage = null;
    int tokens = 0;
    List<PageStart> pages = new ArrayList<>();
    for (Piece piece : taken) {
      text.append(text.isEmpty() ? "" : piece.lead());
      addPage(piece, text.length(), pages);
      text.append(piece.text());
      tokens += piece.tokens();
      firstPage = firstPage == null ? piece.firstPage() : firstPage;
      lastPage = piece.lastPage() == null ? lastPage : piece.lastPage();
    }
    Piece first = taken.get(0);
    long end = taken.get(taken.size() - 1).end();
    String section = section(taken);
    return new Chunk(
        index++, firstPage, lastPage, tokens, first.start(), end, text.toString(), section, pages);
  }

  private static void addPage(Piece piece, int at, List<PageStart> pages) {
    Integer page = piece.firstPage();
    if (page != null && (pages.isEmpty() || pages.get(pages.size() - 1).page() != page)) {
      pages.add(new PageStart(at, page));
    }
  }

  /** The section of the first piece; of headings that follow each other, the last. */
  private static String section(List<Piece> taken) {
    int i = 0;
    while (i + 1 < taken.size() && taken.get(i).heading()) {
      i++;
    }
    return taken.get(i).section();
  }

  @Override
  public void close() {
    try {
      pieces.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
