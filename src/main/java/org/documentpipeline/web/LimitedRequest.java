package org.documentpipeline.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** A request whose body ends in an error when it is longer than what may be held in memory. */
class LimitedRequest extends HttpServletRequestWrapper {

  /**
   * Set once the body was too long, for whoever answers after the reader has swallowed the
   * exception.
   */
  static final String EXCEEDED = LimitedRequest.class.getName() + ".exceeded";

  private final UploadLimits limits;
  private ServletInputStream stream;
  private BufferedReader reader;

  LimitedRequest(HttpServletRequest request, UploadLimits limits) {
    super(request);
    this.limits = limits;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (stream == null) {
      stream = new LimitedStream(super.getInputStream());
    }
    return stream;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    if (reader == null) {
      String encoding = getCharacterEncoding();
      reader =
          new OpenReader(
              new InputStreamReader(
                  getInputStream(), encoding == null ? StandardCharsets.UTF_8.name() : encoding));
    }
    return reader;
  }

  // Camel closes a reader that failed and reads on with its next converter, which would then see
  // only "closed".
  private static final class OpenReader extends BufferedReader {

    OpenReader(Reader in) {
      super(in);
    }

    @Override
    public void close() {
      // The container closes the stream below at the end of the request.
    }
  }

  private final class LimitedStream extends ServletInputStream {

    private final ServletInputStream in;
    private long left = limits.buffered();

    LimitedStream(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = in.read(buffer, offset, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int n) throws IOException {
      left -= n;
      if (left < 0) {
        setAttribute(EXCEEDED, Boolean.TRUE);
        Problem problem = limits.textTooLarge();
        throw new IOException(
            problem.detail(),
            new ProblemException(problem.status(), problem.code(), problem.detail()));
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
