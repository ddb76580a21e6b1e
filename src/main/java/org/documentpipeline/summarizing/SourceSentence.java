package org.documentpipeline.summarizing;

/**
 * A sentence that may go into a summary.
 *
 * @param text as it would be shown: one line, without list marks
 * @param words its length in words
 * @param part which of the labelled parts it is from, from 0
 * @param paragraph which of the source's paragraphs it is from, from 0
 * @param terms the terms of its content words, as numbers, in order
 */
record SourceSentence(String text, int words, int part, int paragraph, int[] terms) {}
