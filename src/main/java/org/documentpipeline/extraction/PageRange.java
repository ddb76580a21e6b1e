package org.documentpipeline.extraction;

/**
 * Some pages of a PDF in a row.
 *
 * @param all the ranges this is one of
 * @param index from 0
 * @param first page, from 1
 * @param last page
 * @param notes what its reader learns
 */
public record PageRange(PageRanges all, int index, int first, int last, RangeNotes notes) {}
