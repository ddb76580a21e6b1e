import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds and checks the page for Maven: {@code java BuildUi.java build|check}, run from the
 * repository's root.
 *
 * <p>Node.js comes from the PATH when it is 20.19 or newer, else a pinned one is downloaded and
 * checked. Packages are installed only when the lock file changed, and nothing is built or checked
 * again when nothing under {@code ui/}, nor the description of the API that the page's types are
 * made from, did. A single file without dependencies, because it runs before anything is compiled.
 */
public final class BuildUi {
  private static final int[] OLDEST_NODE = {20, 19};
  private static final String PINNED_NODE = "22.21.1";

  /** From that release's SHASUMS256.txt, by platform. */
  private static final Map<String, String> PINNED_SHA256 =
      Map.of(
          "linux-x64.tar.gz", "219a152ea859861d75adea578bdec3dce8143853c13c5187f40c40e77b0143b2",
          "linux-arm64.tar.gz", "c86830dedf77f8941faa6c5a9c863bdfdd1927a336a46943decc06a38f80bfb2",
          "darwin-x64.tar.gz", "8e3dc89614debe66c2a6ad2313a1adb06eb37db6cd6c40d7de6f7d987f7d1afd",
          "darwin-arm64.tar.gz", "c170d6554fba83d41d25a76cdbad85487c077e51fa73519e41ac885aa429d8af",
          "win-x64.zip", "3c624e9fbe07e3217552ec52a0f84e2bdc2e6ffa7348f3fdfb9fbf8f42e23fcf");

  private static final Path UI = Path.of("ui").toAbsolutePath();
  private static final Path API = Path.of("routes/api/openapi.yaml").toAbsolutePath();
  private static final Path PAGE = Path.of("target/classes/static/index.html").toAbsolutePath();
  private static final Path STAMPS = Path.of("target/ui").toAbsolutePath();
  private static final Set<String> NOT_SOURCES = Set.of("node_modules", "dist", ".cache");
  private static final boolean WINDOWS = platform().startsWith("win");

  private BuildUi() {}

  /**
   * Runs one of the two tasks; the exit code is 1, with one line that says what is wrong, when it
   * fails.
   */
  public static void main(String[] arguments) throws Exception {
    try {
      String task = arguments.length == 1 ? arguments[0] : "";
      switch (task) {
        case "build" -> run("build", Files.exists(PAGE));
        case "check" -> run("check", true);
        default -> throw new Failure("Usage: java ui/build/BuildUi.java build|check");
      }
    } catch (Failure failure) {
      System.err.println("[ui] " + failure.getMessage());
      System.exit(1);
    }
  }

  /** Runs the npm script of that name unless it has succeeded before on the same files. */
  private static void run(String script, boolean resultIsThere) throws Exception {
    Path stamp = STAMPS.resolve(script + ".sha256");
    String sources = hashOfSources();
    if (resultIsThere && sources.equals(read(stamp))) {
      return;
    }
    Node node = Node.find();
    install(node);
    node.npm("run", "--silent", script);
    write(stamp, sources);
  }

  private static void install(Node node) throws Exception {
    Path stamp = UI.resolve("node_modules/.installed.sha256");
    String wanted =
        hashOf(UI.resolve("package-lock.json")) + " " + node.version() + " " + platform();
    if (wanted.equals(read(stamp))) {
      return;
    }
    System.out.println("[ui] Installing packages");
    node.npm("ci", "--no-audit", "--no-fund", "--loglevel=error");
    write(stamp, wanted);
  }

  /** A Node.js to work with: its program, and the npm that belongs to it. */
  private record Node(Path program, List<String> npm, String version) {

    static Node find() throws Exception {
      Optional<Node> own = onPath();
      return own.isPresent() ? own.get() : pinned();
    }

    private static Optional<Node> onPath() {
      Optional<Path> program = which(WINDOWS ? "node.exe" : "node");
      Optional<Path> npm = which(WINDOWS ? "npm.cmd" : "npm");
      if (program.isEmpty() || npm.isEmpty()) {
        return Optional.empty();
      }
      return versionOf(program.get())
          .filter(BuildUi::newEnough)
          .map(version -> new Node(program.get(), List.of(npm.get().toString()), version));
    }

    private static Node pinned() throws Exception {
      Path home = Download.node();
      Path program = home.resolve(WINDOWS ? "node.exe" : "bin/node");
      Path npm =
          home.resolve(
              WINDOWS ? "node_modules/npm/bin/npm-cli.js" : "lib/node_modules/npm/bin/npm-cli.js");
      return new Node(program, List.of(program.toString(), npm.toString()), PINNED_NODE);
    }

    void npm(String... arguments) throws IOException, InterruptedException {
      List<String> command = new ArrayList<>(npm);
      command.addAll(List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(command).directory(UI.toFile()).inheritIO();
      // The scripts name `node` too: it must be the same one.
      Map<String, String> environment = builder.environment();
      String key =
          environment.keySet().stream().filter("PATH"::equalsIgnoreCase).findFirst().orElse("PATH");
      environment.merge(
          key,
          program.getParent().toString(),
          (path, first) -> first + java.io.File.pathSeparator + path);
      int exit = builder.start().waitFor();
      if (exit != 0) {
        throw new Failure(
            "npm " + String.join(" ", arguments) + " failed in ui/ (exit code " + exit + ")");
      }
    }
  }

  /** The pinned Node.js, fetched once per machine. */
  private static final class Download {

    static Path node() throws Exception {
      String platform = platform();
      String archive = platform + (platform.startsWith("win") ? ".zip" : ".tar.gz");
      String wanted = PINNED_SHA256.get(archive);
      if (wanted == null) {
        throw new Failure(
            "Install Node.js 20.19 or newer: there is none to download for " + platform);
      }
      String name = "node-v" + PINNED_NODE + "-" + platform;
      Path cache = Path.of(System.getProperty("user.home"), ".cache", "document-pipeline");
      Path home = cache.resolve(name);
      if (Files.exists(home.resolve("complete"))) {
        return home;
      }
      String mirror =
          Optional.ofNullable(System.getenv("NODEJS_ORG_MIRROR"))
              .filter(value -> !value.isBlank())
              .orElse("https://nodejs.org/dist")
              .replaceAll("/+$", "");
      URI address =
          URI.create(mirror + "/v" + PINNED_NODE + "/node-v" + PINNED_NODE + "-" + archive);
      Files.createDirectories(cache);
      Path file = Files.createTempFile(cache, "node", archive);
      try {
        System.out.println("[ui] No Node.js 20.19 or newer on the PATH; fetching " + address);
        fetch(address, file);
        if (!wanted.equals(hashOf(file))) {
          throw new Failure(
              address
                  + " is not the file that was expected (SHA-256 differs); nothing of it was used");
        }
        unpack(file, cache, home);
      } finally {
        Files.deleteIfExists(file);
      }
      return home;
    }

    private static void fetch(URI address, Path file) throws InterruptedException {
      HttpClient client =
          HttpClient.newBuilder()
              .followRedirects(HttpClient.Redirect.NORMAL)
              .connectTimeout(Duration.ofSeconds(20))
              .build();
      HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(10)).build();
      try {
        int status = client.send(request, HttpResponse.BodyHandlers.ofFile(file)).statusCode();
        if (status != 200) {
          throw new Failure(
              address + " answered " + status + ". Install Node.js 20.19 or newer and try again.");
        }
      } catch (IOException e) {
        throw new Failure(
            address + " cannot be read (" + e + "). Install Node.js 20.19 or newer and try again.");
      }
    }

    /**
     * Unpacks beside the goal and moves, so that two builds at once or a broken one leave nothing
     * half done.
     */
    private static void unpack(Path file, Path cache, Path home)
        throws IOException, InterruptedException {
      Path fresh = Files.createTempDirectory(cache, "unpack");
      try {
        // tar is part of Windows 10 and newer, and reads zip files there.
        ProcessBuilder tar =
            new ProcessBuilder("tar", "-xf", file.toString(), "-C", fresh.toString());
        if (tar.inheritIO().start().waitFor() != 0) {
          throw new Failure("tar could not unpack " + file);
        }
        Path unpacked = fresh.resolve(home.getFileName());
        Files.createFile(unpacked.resolve("complete"));
        if (!Files.exists(home.resolve("complete"))) {
          delete(home);
          Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
        }
      } finally {
        delete(fresh);
      }
    }
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String name = system.startsWith("win") ? "win" : system.startsWith("mac") ? "darwin" : "linux";
    String processor = System.getProperty("os.arch");
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    return name
        + "-"
        + (arm
            ? "arm64"
            : processor.equals("amd64") || processor.equals("x86_64") ? "x64" : processor);
  }

  private static Optional<Path> which(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(Pattern.quote(java.io.File.pathSeparator)))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<String> versionOf(Path node) {
    try {
      Process process = new ProcessBuilder(node.toString(), "--version").start();
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 && answer.startsWith("v")
          ? Optional.of(answer.substring(1))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static boolean newEnough(String version) {
    Matcher parts = Pattern.compile("(\\d+)\\.(\\d+).*").matcher(version);
    if (!parts.matches()) {
      return false;
    }
    int major = Integer.parseInt(parts.group(1));
    return major > OLDEST_NODE[0]
        || major == OLDEST_NODE[0] && Integer.parseInt(parts.group(2)) >= OLDEST_NODE[1];
  }

  /**
   * One hash over the names and contents of all files under {@code ui/} but what is installed or
   * made there, and over the API's description.
   */
  private static String hashOfSources() throws IOException {
    MessageDigest digest = sha256();
    for (Path file : sources(UI)) {
      digest.update(
          UI.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(hashOf(file).getBytes(StandardCharsets.UTF_8));
    }
    digest.update(hashOf(API).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> sources(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (Files.isDirectory(entry)) {
          if (!NOT_SOURCES.contains(entry.getFileName().toString())) {
            files.addAll(sources(entry));
          }
        } else {
          files.add(entry);
        }
      }
    }
    return files;
  }

  private static String hashOf(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
      stream.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : null;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }

  /** Something a person can mend, told in one line. */
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
      super(message);
    }
  }
}
