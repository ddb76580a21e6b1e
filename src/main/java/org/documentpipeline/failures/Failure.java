package org.documentpipeline.failures;

/**
 * Why a document failed, for a person to read. The stage is added where it is saved.
 *
 * @param code stable, for programs
 * @param title one short sentence
 * @param detail what to do, or what exactly happened
 * @param retryable whether another attempt can help
 */
public record Failure(String code, String title, String detail, boolean retryable) {}
