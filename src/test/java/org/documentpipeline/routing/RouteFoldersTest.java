package org.documentpipeline.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.documentpipeline.StartupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

class RouteFoldersTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api | routes/shared,routes/api",
        "worker, websocket | routes/shared,routes/worker,routes/websocket",
        "api,worker,websocket | routes/shared,routes/api,routes/worker,routes/websocket",
        "api,api | routes/shared,routes/api",
        "services | ''"
      })
  void aRoleLoadsTheSharedFolderAndItsOwn(String roles, String folders) {
    assertThat(String.join(",", RouteFolders.of("file:", roles).folders())).isEqualTo(folders);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"workers | workers", "api,Worker | Worker", "api,services | services", "'' | ''"})
  void anUnknownRoleIsNamedInOneLine(String roles, String named) {
    assertThatThrownBy(() -> RouteFolders.of("file:", roles))
        .isInstanceOf(StartupException.class)
        .hasMessage(
            "PIPELINE_ROLES: there is no role '"
                + named
                + "'; use any of api, worker and websocket, separated by commas, or services alone.");
  }

  @Test
  void filesAreNamedInOrderAndNothingElseIs() throws IOException {
    for (String name :
        List.of(
            "shared/tell.camel.yaml",
            "worker/b.camel.yaml",
            "worker/a.camel.yaml",
            "worker/.a.camel.yaml.swp",
            "worker/.#a.camel.yaml",
            "worker/notes.txt",
            "api/c.camel.yaml")) {
      write(name);
    }
    String home = "file:" + directory + "/";
    assertThat(RouteFolders.of(home, "worker").includePattern())
        .isEqualTo(
            home
                + "routes/shared/tell.camel.yaml,"
                + home
                + "routes/worker/a.camel.yaml,"
                + home
                + "routes/worker/b.camel.yaml");
  }

  @Test
  void noFileMeansNoRoutesRatherThanEveryRoute() {
    assertThat(RouteFolders.of("file:" + directory + "/", "worker").includePattern())
        .isEqualTo("false");
    assertThat(RouteFolders.of("file:", "services").includePattern()).isEqualTo("false");
  }

  @Test
  void filesInAJarAreFound() throws IOException {
    Path jar = directory.resolve("app.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name :
          List.of(
              "routes/",
              "routes/shared/",
              "routes/shared/tell.camel.yaml",
              "routes/api/",
              "routes/api/b.camel.yaml",
              "routes/api/a.camel.yaml",
              "routes/api/openapi.yaml")) {
        out.putNextEntry(new JarEntry(name));
        out.write(name.endsWith("/") ? new byte[0] : "[]".getBytes(StandardCharsets.UTF_8));
      }
    }
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      Thread.currentThread().setContextClassLoader(loader);
      assertThat(RouteFolders.of("classpath:", "api").includePattern())
          .isEqualTo(
              "classpath:routes/shared/tell.camel.yaml,classpath:routes/api/a.camel.yaml,"
                  + "classpath:routes/api/b.camel.yaml");
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void aLocationLeadsBackToItsName() {
    RouteFolders folders = RouteFolders.of("file:" + directory + "/", "api");
    assertThat(folders.name(folders.location("routes/api/a.camel.yaml")))
        .isEqualTo("routes/api/a.camel.yaml");
    assertThat(folders.name("file:/elsewhere/a.camel.yaml")).isNull();
    assertThat(folders.name("classpath:routes/api/a.camel.yaml")).isNull();
    assertThat(folders.name(null)).isNull();
  }

  @Test
  void theEnvironmentTellsCamelWhatToLoadUnlessItIsToldOtherwise() throws IOException {
    write("shared/tell.camel.yaml");
    assertThat(include()).isEqualTo("file:" + directory + "/routes/shared/tell.camel.yaml");
    assertThat(include("--camel.main.routes-include-pattern=mine")).isEqualTo("mine");
  }

  /** The application gives its home as a default, the weakest of all settings. */
  private String include(String... arguments) {
    SpringApplication application = new SpringApplication(Object.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setDefaultProperties(
        Map.of(
            "pipeline.home", "file:" + directory + "/",
            "pipeline.roles", "worker",
            "spring.config.location", "optional:classpath:/none/"));
    try (ConfigurableApplicationContext context = application.run(arguments)) {
      return context.getEnvironment().getProperty("camel.main.routes-include-pattern");
    }
  }

  private void write(String name) throws IOException {
    Path file = directory.resolve("routes").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "[]");
  }
}
