/** A finished summary as a file: Markdown, text, JSON, PDF and Word. */
package org.documentpipeline.web.export;
