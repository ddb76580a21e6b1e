package org.documentpipeline.summarizing;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * How a provider is asked over HTTP. Langchain4j's own client forgets the headers of an error, and
 * with them how long the provider wants to be left alone; and it waits for ever for an answer that
 * stops in the middle. HTTP/1.1: some servers that speak OpenAI's protocol answer an upgrade to
 * HTTP/2 with an error.
 */
final class ProviderHttpClient implements HttpClient {

  /** So Gemini says, and nothing else, which langchain4j takes for a broken answer. */
  private static final Pattern BLOCKED = Pattern.compile("\"blockReason\"\\s*+:");

  private static final String ANSWERS = "\"candidates\"";

  private final java.net.http.HttpClient client;
  private final Duration limit;
  private final ProviderPause pause;

  private ProviderHttpClient(Duration connectLimit, Duration limit, ProviderPause pause) {
    this.client =
        java.net.http.HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(connectLimit)
            .build();
    this.limit = limit;
    this.pause = pause;
  }

  static HttpClientBuilder builder(ProviderPause pause) {
    return new Builder(pause);
  }

  /**
   * Throws HttpException when the answer is an error, ContentFilteredException when it is that the
   * text is not answered, TimeoutException when it is not there in time, CancellationException when
   * this thread is interrupted, LangChain4jException when there is no connection.
   */
  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    pause.forget();
    HttpResponse<String> response = send(request);
    int status = response.statusCode();
    if (status < 200 || status >= 300) {
      response.headers().firstValue("Retry-After").ifPresent(pause::note);
      throw new HttpException(status, response.body());
    }
    // As a name in JSON: within an answer's text its quotes would stand behind backslashes.
    if (BLOCKED.matcher(response.body()).find() && !response.body().contains(ANSWERS)) {
      throw new ContentFilteredException("its content filter refused the text");
    }
    return SuccessfulHttpResponse.builder()
        .statusCode(status)
        .headers(response.headers().map())
        .body(response.body())
        .build();
  }

  private HttpResponse<String> send(HttpRequest request) {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(translate(request), BodyHandlers.ofString());
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("the call was broken off");
    } catch (java.util.concurrent.TimeoutException e) {
      answer.cancel(true);
      throw new TimeoutException("no answer within " + limit.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof java.net.http.HttpTimeoutException timeout
          ? new TimeoutException("no connection in time", timeout)
          : new LangChain4jException(e.getCause());
    }
  }

  private static java.net.http.HttpRequest translate(HttpRequest request) {
    var translated =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
            .method(
                request.method().name(),
                request.body() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(request.body()));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> translated.header(name, value)));
    return translated.build();
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("summaries are not streamed");
  }

  private static final class Builder implements HttpClientBuilder {
    private final ProviderPause pause;
    private Duration connectLimit = Duration.ofSeconds(15);
    private Duration limit = Duration.ofSeconds(60);

    Builder(ProviderPause pause) {
      this.pause = pause;
    }

    @Override
    public Duration connectTimeout() {
      return connectLimit;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration wanted) {
      connectLimit = wanted;
      return this;
    }

    @Override
    public Duration readTimeout() {
      return limit;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration wanted) {
      limit = wanted;
      return this;
    }

    @Override
    public HttpClient build() {
      return new ProviderHttpClient(connectLimit, limit, pause);
    }
  }
}
