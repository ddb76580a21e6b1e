package org.documentpipeline.extraction;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDestinationDictionary;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;

/**
 * The places of a PDF that have names (PDF 32000-1, 12.3.2.3). Their tree is gone through once, and
 * each part of it once: PDFBox does so for every name it looks up, and endlessly where a part is
 * its own.
 */
final class NamedDestinations {
  private static final int MOST_NAMES = 50_000;
  private static final int MOST_NODES = 10_000;

  private final PDDocument document;
  private Map<String, PDPageDestination> names;

  NamedDestinations(PDDocument document) {
    this.document = document;
  }

  /**
   * What has this name; null when nothing has, or too many things have names.
   *
   * @throws IOException when the names are damaged
   */
  PDDestination of(String name) throws IOException {
    if (names == null) {
      names = new HashMap<>();
      PDDocumentNameDictionary all = document.getDocumentCatalog().getNames();
      if (all != null && all.getDests() != null) {
        read(all.getDests());
      }
    }
    PDDestination found = names.get(name);
    PDDocumentNameDestinationDictionary old = document.getDocumentCatalog().getDests();
    return found == null && old != null ? old.getDestination(name) : found;
  }

  private void read(PDNameTreeNode<PDPageDestination> root) throws IOException {
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<PDNameTreeNode<PDPageDestination>> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty() && seen.size() < MOST_NODES) {
      PDNameTreeNode<PDPageDestination> node = open.pop();
      if (!seen.add(node.getCOSObject())) {
        continue;
      }
      if (size(node, COSName.NAMES) / 2 + names.size() <= MOST_NAMES && node.getNames() != null) {
        names.putAll(node.getNames());
      }
      if (size(node, COSName.KIDS) <= MOST_NODES && node.getKids() != null) {
        node.getKids().forEach(open::push);
      }
    }
  }

  private static int size(PDNameTreeNode<?> node, COSName key) {
    return node.getCOSObject().getDictionaryObject(key) instanceof COSArray array
        ? array.size()
        : 0;
  }
}
