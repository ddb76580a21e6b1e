package org.documentpipeline;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The pools that routes name. Each is bounded; what each document waits for is one place in a
 * queue, so turns are fair. They belong to the process and not, as one that Camel makes of a
 * profile would, to the step that names them: an edit that replaces the step would interrupt what
 * runs in it.
 */
@Configuration(proxyBeanMethods = false)
class ThreadPools {
  private static final int QUEUE = 10_000;
  private static final int ERRANDS = 4;
  private static final int NEWS = 1_000;

  /**
   * Threads for the parts of documents: as many lanes as calls are allowed at once for each
   * document, so that parts which wait for the model hold up no other document. How many call it at
   * once is not decided here.
   */
  @Bean
  ExecutorService modelCalls(
      CamelContext context,
      @Value("${pipeline.llm-concurrency}") int concurrency,
      @Value("${pipeline.documents-at-once}") int documents) {
    return pool(context, "modelCalls", documents * concurrency, QUEUE);
  }

  /**
   * Threads that read ranges of a PDF's pages. A document that finds none free is read by the
   * thread that extracts it.
   */
  @Bean
  ExecutorService pageRanges(
      CamelContext context, @Value("${pipeline.extract-threads}") int threads) {
    int cores = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    return pool(context, "pageRanges", cores, 0);
  }

  /**
   * Wire taps that announce: one thread keeps the news in order. When it can not keep up, because
   * Redis is away, the oldest is dropped and nobody waits.
   */
  @Bean(destroyMethod = "shutdownNow")
  ExecutorService news() {
    return new ThreadPoolExecutor(
        1,
        1,
        1,
        TimeUnit.MINUTES,
        new ArrayBlockingQueue<>(NEWS),
        new CustomizableThreadFactory("news-"),
        new ThreadPoolExecutor.DiscardOldestPolicy());
  }

  /** Wire taps that start something on the side, such as putting a document on the queue. */
  @Bean
  ExecutorService errands(CamelContext context) {
    return pool(context, "errands", ERRANDS, QUEUE);
  }

  private static ExecutorService pool(CamelContext context, String name, int threads, int queue) {
    return context
        .getExecutorServiceManager()
        .newThreadPool(
            name,
            name,
            new ThreadPoolProfileBuilder(name)
                .poolSize(threads)
                .maxPoolSize(threads)
                .maxQueueSize(queue)
                .rejectedPolicy(ThreadPoolRejectedPolicy.CallerRuns)
                .build());
  }
}
