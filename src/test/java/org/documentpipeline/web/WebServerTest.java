package org.documentpipeline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The filters, limits and errors around the routes, over real HTTP. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.main.banner-mode=off",
      "spring.config.location=optional:file:./none/",
      "pipeline.max-upload=2MB",
      "pipeline.public-url=https://docs.example.org",
      "pipeline.websocket-port=18081",
      "camel.main.routes-include-pattern=false",
      "pipeline.home=file:",
      "pipeline.demo=false",
      "spring.web.resources.static-locations=classpath:/test-page/",
      "server.tomcat.max-swallow-size=10MB",
      "management.endpoints.web.exposure.include=health,info,hawtio,jolokia",
      "hawtio.authenticationEnabled=false",
      "management.health.redis.enabled=false"
    })
class WebServerTest {

  private static final String MULTIPART = "Content-Type: multipart/form-data; boundary=b";

  @TempDir private static Path folder;

  @LocalServerPort private int port;
  @Autowired private ServletWebServerApplicationContext context;
  private RawHttp http;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("pipeline.data-dir", folder::toString);
    registry.add("server.tomcat.basedir", () -> folder.resolve("tomcat").toString());
  }

  @BeforeEach
  void client() {
    http = new RawHttp(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/echo", "/documents/1", "/actuator/info", "/nothing"})
  void refusesForeignHostAndOrigin(String path) throws IOException {
    String host = "localhost:" + port;
    for (String foreign :
        new String[] {"evil.example", "localhost", "localhost:1", "evil.localhost:" + port}) {
      assertForbidden(http.request("GET", path, foreign, ""));
    }
    for (String foreign :
        new String[] {
          "http://evil.example", "null", "http://localhost:1", "https://docs.example.org.evil"
        }) {
      assertForbidden(http.request("GET", path, host, "", "Origin: " + foreign));
    }
    assertForbidden(
        http.request("POST", path, host, "", "Sec-Fetch-Site: cross-site", "Content-Length: 0"));
  }

  private static void assertForbidden(RawHttp.Answer answer) throws IOException {
    assertProblem(answer, 403, "forbidden-origin");
  }

  private static JsonNode assertProblem(RawHttp.Answer answer, int status, String code)
      throws IOException {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type"))
        .as(answer.toString())
        .startsWith("application/problem+json");
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("type").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(answer.header("Set-Cookie")).isNull();
    return problem;
  }

  @Test
  void allowsItsOwnAddresses() throws IOException {
    for (String host :
        new String[] {
          "localhost:" + port,
          "127.0.0.1:" + port,
          "[::1]:" + port,
          "LOCALHOST:" + port,
          "docs.example.org",
          "docs.example.org:443"
        }) {
      assertThat(http.request("GET", "/api/hello", host, "").status()).as(host).isEqualTo(200);
    }
    for (String origin :
        new String[] {
          "http://localhost:" + port, "http://127.0.0.1:" + port, "https://docs.example.org"
        }) {
      assertThat(http.get("/api/hello", "Origin: " + origin, "Sec-Fetch-Site: cross-site").status())
          .isEqualTo(200);
    }
    assertThat(http.request("GET", "/actuator/health", "10.0.0.7:1234", "").status())
        .isEqualTo(200);
    assertThat(http.request("GET", "/actuator/health/liveness", "10.0.0.7", "").status())
        .isNotEqualTo(403);
    assertThat(http.request("GET", "/actuator/prometheus", "10.0.0.7:8080", "").status())
        .isEqualTo(401);
    assertThat(http.request("GET", "/actuator/prometheus", "[fd00::7]", "").status())
        .isEqualTo(401);
    assertForbidden(http.request("GET", "/actuator/prometheus", "evil.example", ""));
    assertForbidden(http.request("GET", "/actuator/prometheus", "10.0.0.7.evil.example", ""));
    assertForbidden(http.request("GET", "/actuator/info", "10.0.0.7:8080", ""));
    assertForbidden(
        http.request("GET", "/actuator/prometheus", "10.0.0.7", "", "Origin: http://evil.example"));
    assertForbidden(http.request("GET", "/actuator/healthx", "10.0.0.7", ""));
    assertForbidden(http.request("GET", "/actuator/health/../info", "10.0.0.7", ""));
  }

  @Test
  void answersUnknownPathsAndMethodsWithProblems() throws IOException {
    assertProblem(http.get("/api/nothing"), 404, "not-found");
    assertProblem(http.get("/api"), 404, "not-found");
    assertProblem(http.get("/nothing.js"), 404, "not-found");
    RawHttp.Answer refused =
        http.request("PUT", "/api/hello", "localhost:" + port, "", "Content-Length: 0");
    assertProblem(refused, 405, "method-not-allowed");
    assertThat(refused.header("Allow")).contains("GET");
    assertProblem(http.get("/api/hello/%2e%2e%2fx"), 400, "bad-request");
    assertProblem(http.get("/api/hel|lo"), 400, "bad-request");
    assertProblem(http.get("/api//hello;x=1"), 400, "bad-request");
    assertThat(http.request("TRACE", "/api/hello", "localhost:" + port, "").status())
        .isBetween(400, 499);
  }

  @Test
  void hidesWhatWentWrongInside() throws IOException {
    JsonNode problem = assertProblem(http.get("/api/broken"), 500, "internal");
    assertThat(problem.toString()).doesNotContain("secret").doesNotContain("Exception");
  }

  @Test
  void refusesAnnouncedBytesBeforeTheyCome() throws IOException {
    RawHttp.Answer file = http.flood("/api/documents", 5_000_000, 5_000_000, MULTIPART);
    assertThat(assertProblem(file, 413, "too-large").path("detail").asText()).contains("2 MB");
    RawHttp.Answer huge = http.flood("/api/documents", 1L << 40, 0, MULTIPART);
    assertProblem(huge, 413, "too-large");
    RawHttp.Answer text =
        http.flood("/api/documents", 5_000_000, 5_000_000, "Content-Type: application/json");
    assertThat(assertProblem(text, 413, "too-large").path("detail").asText()).contains("as a file");
  }

  @Test
  void refusesTooManyBytesThatWereNotAnnounced() throws IOException {
    assertProblem(
        http.flood("/api/documents", -1, 5_000_000, "Content-Type: application/json"),
        413,
        "too-large");
    String start =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n";
    String chunk = start + "y".repeat(2_500_000) + "\r\n--b--\r\n";
    RawHttp.Answer file =
        http.request(
            "POST",
            "/api/documents",
            "localhost:" + port,
            Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked",
            MULTIPART);
    assertProblem(file, 413, "too-large");
    assertNoFileLeft();
  }

  @Test
  void takesOneFileAndRemovesIt() throws IOException {
    RawHttp.Answer answer =
        http.post("/api/documents", part("file", "größe.txt", "hello"), MULTIPART);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("größe.txt 5 true");
    assertNoFileLeft();
    String large = part("file", "a.txt", "z".repeat(1_500_000));
    answer = http.post("/api/documents", large, MULTIPART, "X-Fail: yes");
    assertThat(answer.status()).isEqualTo(500);
    assertNoFileLeft();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "multipart/form-data|x",
        "multipart/form-data; boundary=b|x",
        "multipart/form-data; boundary=b|--b\\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\\n\\ncut",
        "multipart/form-data; boundary=b|--b\\nContent-Disposition: form-data; name=\"length\"\\n\\nlong\\n--b--\\n",
        "multipart/form-data; boundary=b|"
            + "--b\\nContent-Disposition: form-data; name=\"other\"; filename=\"a\"\\n\\nx\\n--b--\\n"
      })
  void refusesBrokenMultipart(String type, String body) throws IOException {
    String text = body.replace("\\n", "\r\n");
    assertProblem(http.post("/api/documents", text, "Content-Type: " + type), 400, "bad-request");
    assertNoFileLeft();
  }

  @Test
  void refusesTwoFiles() throws IOException {
    String two = part("file", "a", "1").replace("--b--\r\n", "") + part("more", "b", "2");
    assertProblem(http.post("/api/documents", two, MULTIPART), 400, "bad-request");
    assertNoFileLeft();
  }

  @Test
  void refusesAnUploadThatBreaksOff() throws IOException {
    RawHttp.Answer answer =
        http.request(
            "POST",
            "/api/documents",
            "localhost:" + port,
            part("file", "a", "cut").substring(0, 60),
            "Content-Length: 9000",
            MULTIPART);
    assertProblem(answer, 400, "bad-request");
    assertNoFileLeft();
  }

  private static String part(String field, String name, String content) {
    return "--b\r\nContent-Disposition: form-data; name=\""
        + field
        + "\"; filename=\""
        + name
        + "\"\r\n\r\n"
        + content
        + "\r\n--b--\r\n";
  }

  private void assertNoFileLeft() {
    File work = (File) context.getServletContext().getAttribute("jakarta.servlet.context.tempdir");
    // The answer is on its way before the server tidies up.
    await()
        .untilAsserted(
            () -> {
              try (Stream<Path> files = Files.walk(work.toPath())) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
              }
            });
  }

  @Test
  void asksForTheAdminsPassword() throws IOException {
    for (String path :
        new String[] {
          "/actuator", "/actuator/info", "/actuator/jolokia", "/actuator/hawtio", "/actuator/no"
        }) {
      RawHttp.Answer answer = http.get(path);
      assertProblem(answer, 401, "unauthorized");
      assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
    }
    String password = Files.readString(folder.resolve("admin-password")).strip();
    assertThat(password).hasSizeGreaterThanOrEqualTo(20);
    assertThat(http.get("/actuator/info", basic("admin:" + password)).status()).isEqualTo(200);
    assertProblem(http.get("/actuator/info", basic("admin:wrong")), 401, "unauthorized");
    assertProblem(http.get("/actuator/info", basic("user:" + password)), 401, "unauthorized");
    RawHttp.Answer post =
        http.post(
            "/actuator/jolokia",
            "{\"type\":\"version\"}",
            basic("admin:" + password),
            "Content-Type: application/json");
    assertThat(post.status()).as(post.toString()).isEqualTo(200);
    assertThat(post.header("Set-Cookie")).isNull();
    assertProblem(http.get("/actuator/no", basic("admin:" + password)), 404, "not-found");
  }

  private static String basic(String credentials) {
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials.getBytes());
  }

  @Test
  void servesThePageUnderAllItsAddresses() throws IOException {
    for (String path : new String[] {"/", "/documents/0", "/index.html"}) {
      RawHttp.Answer page = http.get(path);
      assertThat(page.status()).as(path).isEqualTo(200);
      assertThat(page.body()).contains("<title>test page</title>");
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
      assertThat(page.header("Content-Security-Policy"))
          .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; ")
          .contains("connect-src 'self' ws://localhost:18081;")
          .doesNotContain("unsafe");
      assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
      assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
    RawHttp.Answer asset = http.get("/assets/app-0123.js");
    assertThat(asset.header("Cache-Control")).contains("max-age=31536000").contains("immutable");
    assertThat(http.get("/assets/gone.js").header("Cache-Control")).doesNotContain("immutable");
    assertThat(http.request("GET", "/", "docs.example.org", "").header("Content-Security-Policy"))
        .contains("connect-src 'self' wss://docs.example.org:18081;");
  }

  @Test
  void onlyAPdfInPlaceIsNotKeptInASandbox() throws IOException {
    for (String path : new String[] {"/api/documents/1/pdf", "/api/documents/1/./pdf"}) {
      assertThat(http.get(path).header("Content-Security-Policy"))
          .as(path)
          .isEqualTo("frame-ancestors 'none'");
    }
    for (String path :
        new String[] {
          "/api/documents/1/original",
          "/api/documents/1/pdf/2",
          "/api/documents/pdf",
          "/api/documents/1/2/pdf",
          "/api/pdf",
          "/api/documents/1/original?/pdf"
        }) {
      assertThat(http.get(path).header("Content-Security-Policy"))
          .as(path)
          .isEqualTo("default-src 'none'; frame-ancestors 'none'; sandbox");
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration(
      exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
  @ComponentScan({
    "org.documentpipeline.web",
    "org.documentpipeline.intake",
    "org.documentpipeline.weighing"
  })
  static class Application {

    @Bean
    RouteBuilder routes() {
      return new RouteBuilder() {
        @Override
        public void configure() {
          onException(Exception.class)
              .handled(true)
              .setVariable("problem", method(Problems.class, "describe(${exception})"))
              .setHeader("CamelHttpResponseCode", simple("${variable.problem.status}"))
              .setHeader("Content-Type", constant(Problem.MEDIA_TYPE))
              .setBody(simple("${variable.problem.json}"));
          from("platform-http:/api/hello?httpMethodRestrict=GET").setBody(constant("hello"));
          from("platform-http:/api/echo?httpMethodRestrict=POST").convertBodyTo(String.class);
          from("platform-http:/api/broken?httpMethodRestrict=GET")
              .throwException(new IllegalStateException("secret"));
          from("platform-http:/api/documents?httpMethodRestrict=POST")
              .filter(header("X-Fail"))
              .throwException(new IllegalStateException("secret"))
              .end()
              .filter(body().isInstanceOf(Path.class))
              .convertBodyTo(File.class)
              .setBody(simple("${header.CamelFileName} ${body.length} ${body.exists}"))
              .end();
        }
      };
    }
  }
}
