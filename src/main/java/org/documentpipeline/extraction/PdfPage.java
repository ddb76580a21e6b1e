package org.documentpipeline.extraction;

import org.apache.pdfbox.pdmodel.PDPage;

/**
 * A page of a PDF that is open.
 *
 * @param number from 1
 * @param page null when it can not even be taken out of the file
 * @param range what reads it
 */
public record PdfPage(int number, PDPage page, PdfPageIterator range) {}
