package org.documentpipeline.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.documentpipeline.routing.RouteReplacer.Neighbours;

/** Has the routes of a file replaced while they run, as an edit of it does that was found sound. */
public final class LiveEdit {
  private LiveEdit() {}

  /**
   * Replaces the routes of one file by themselves, and with them those that use its policies.
   *
   * @param name below the working directory, such as {@code routes/worker/call-model.camel.yaml}
   * @param grace how long exchanges in them may take to finish
   */
  public static void of(
      CamelContext context, String name, Duration grace, Collection<BeforeForcedStop> listeners)
      throws Exception {
    RouteFolders folders = RouteFolders.of("file:", "worker,api");
    Map<String, RouteFile> running = new HashMap<>();
    for (String each : folders.names()) {
      running.put(each, RouteFile.parse(each, text(each)));
    }
    RouteReplacer replacer =
        new RouteReplacer(
            context, folders, new Neighbours(List.copyOf(listeners), () -> {}), grace);
    Edit edit = new Edit(running);
    edit.change(running.get(name));
    List<RouteFile> files = new ArrayList<>(edit.affected(replacer.usersOf(edit.policies())));
    files.add(running.get(name));
    replacer.replace(files, files);
  }

  private static String text(String name) throws IOException {
    return Files.readString(Path.of(name));
  }
}
