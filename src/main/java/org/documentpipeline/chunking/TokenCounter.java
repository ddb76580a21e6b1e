package org.documentpipeline.chunking;

/** Counts the tokens a language model would see in a text. */
public interface TokenCounter {

  /** The number of tokens in the text; 0 for an empty one. */
  int count(CharSequence text);
}
