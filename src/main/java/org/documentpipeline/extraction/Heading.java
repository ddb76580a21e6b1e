package org.documentpipeline.extraction;

/**
 * A heading among the lines of a page.
 *
 * @param lines how many it is on
 * @param level as in {@link Block}
 * @param bookmarked whether the bookmarks of the file say so
 */
record Heading(int lines, int level, boolean bookmarked) {}
