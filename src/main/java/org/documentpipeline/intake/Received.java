package org.documentpipeline.intake;

/**
 * What is known of the bytes of a new document.
 *
 * @param name the name it is shown under
 * @param mediaType decided by content, one of {@link MediaTypes#supported()}
 * @param bytes size
 * @param sha256 in lower-case hexadecimal
 */
public record Received(String name, String mediaType, long bytes, String sha256) {}
