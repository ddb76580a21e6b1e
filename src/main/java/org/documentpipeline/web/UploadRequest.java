package org.documentpipeline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.StandardMultipartHttpServletRequest;

/** A multipart request that remembers which files were made from its parts. */
class UploadRequest extends StandardMultipartHttpServletRequest {

  private final Queue<Path> copies;

  UploadRequest(HttpServletRequest request, Queue<Path> copies) {
    super(request, false);
    this.copies = copies;
  }

  int files() {
    return getMultiFileMap().values().stream().mapToInt(List::size).sum();
  }

  @Override
  public Map<String, MultipartFile> getFileMap() {
    Map<String, MultipartFile> files = new LinkedHashMap<>();
    super.getFileMap().forEach((name, file) -> files.put(name, new Remembered(file, copies)));
    return files;
  }

  private record Remembered(MultipartFile file, Queue<Path> copies) implements MultipartFile {

    @Override
    public String getName() {
      return file.getName();
    }

    @Override
    public String getOriginalFilename() {
      return file.getOriginalFilename();
    }

    @Override
    public String getContentType() {
      return file.getContentType();
    }

    @Override
    public boolean isEmpty() {
      return file.isEmpty();
    }

    @Override
    public long getSize() {
      return file.getSize();
    }

    @Override
    public byte[] getBytes() throws IOException {
      return file.getBytes();
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return file.getInputStream();
    }

    // The servlet's own part moves its file there; transferTo(Path) would copy it.
    @Override
    public void transferTo(Path target) throws IOException {
      copies.add(target);
      file.transferTo(target.toFile());
    }

    @Override
    public void transferTo(File target) throws IOException {
      transferTo(target.toPath());
    }
  }
}
