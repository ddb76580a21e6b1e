package org.documentpipeline.embedded;

import java.nio.file.Path;
import java.util.List;

/**
 * A server program that runs as a child process.
 *
 * @param name its short name, used for its log and pid files
 * @param command the program and its arguments; the first one that is a path inside the data folder
 *     identifies it
 * @param stopSignal the signal that ends it in good order
 * @param forceSignal the signal for when that took too long
 * @param log the file that its output is appended to
 * @param pidFile the file that its process id is written to
 */
record Program(
    String name,
    List<String> command,
    String stopSignal,
    String forceSignal,
    Path log,
    Path pidFile) {}
