package org.documentpipeline.extraction;

import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A page as a document of its own, so that camel-pdf reads just this page.
 *
 * @param number from 1
 * @param document holds the one page; who reads it closes it
 * @param limits those of all pages of the range
 */
public record PdfPage(int number, PDDocument document, PageLimits limits) {}
