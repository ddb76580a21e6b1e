package org.documentpipeline.summarizing;

import java.util.Arrays;
import java.util.List;

/**
 * The sentences of a text as TF-IDF vectors of length one, and what follows from them. Everything
 * is linear in the text.
 */
final class SentenceVectors {

  private static final double DAMPING = 0.85;
  private static final int ROUNDS = 20;

  private final int[][] terms; // distinct, ascending
  private final double[][] weights;
  private final double[] idf;
  private final int dimensions;

  SentenceVectors(List<SourceSentence> sentences, int dimensions) {
    this.dimensions = dimensions;
    terms = new int[sentences.size()][];
    weights = new double[sentences.size()][];
    idf = new double[dimensions];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = Arrays.stream(sentences.get(i).terms()).distinct().sorted().toArray();
      for (int term : terms[i]) {
        idf[term]++;
      }
    }
    for (int t = 0; t < dimensions; t++) {
      idf[t] = Math.log(1 + terms.length / Math.max(1, idf[t]));
    }
    for (int i = 0; i < terms.length; i++) {
      weights[i] = vector(terms[i], sentences.get(i).terms());
    }
  }

  double idf(int term) {
    return idf[term];
  }

  private double[] vector(int[] distinct, int[] all) {
    double[] vector = new double[distinct.length];
    for (int term : all) {
      vector[Arrays.binarySearch(distinct, term)]++;
    }
    double norm = 0;
    for (int k = 0; k < vector.length; k++) {
      vector[k] *= idf[distinct[k]];
      norm += vector[k] * vector[k];
    }
    for (int k = 0; k < vector.length; k++) {
      vector[k] /= Math.sqrt(norm);
    }
    return vector;
  }

  /**
   * LexRank (Erkan and Radev 2004) without a threshold: how central each sentence is. The matrix of
   * all similarities is never built; it is a product of the vectors, so a round costs as much as
   * reading the text.
   */
  double[] centrality() {
    int n = terms.length;
    double[] degree = similarityToAll(ones(n));
    double[] rank = ones(n);
    double[] share = new double[n];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < n; i++) {
        share[i] = degree[i] > 0 ? rank[i] / degree[i] : 0;
      }
      double[] next = similarityToAll(share);
      for (int i = 0; i < n; i++) {
        rank[i] = 1 - DAMPING + DAMPING * next[i];
      }
    }
    return rank;
  }

  /** Of each sentence, the sum of its similarities to all sentences, each taken by its factor. */
  double[] similarityToAll(double[] factors) {
    double[] sum = new double[dimensions];
    for (int i = 0; i < terms.length; i++) {
      for (int k = 0; k < terms[i].length; k++) {
        sum[terms[i][k]] += factors[i] * weights[i][k];
      }
    }
    double[] result = new double[terms.length];
    for (int i = 0; i < terms.length; i++) {
      for (int k = 0; k < terms[i].length; k++) {
        result[i] += weights[i][k] * sum[terms[i][k]];
      }
    }
    return result;
  }

  /** Of each sentence, the similarity to a text of these terms. */
  double[] similarityTo(int[] others) {
    int[] distinct = Arrays.stream(others).distinct().sorted().toArray();
    double[] dense = new double[dimensions];
    double[] vector = vector(distinct, others);
    for (int k = 0; k < distinct.length; k++) {
      dense[distinct[k]] = vector[k];
    }
    double[] result = new double[terms.length];
    for (int i = 0; i < terms.length; i++) {
      for (int k = 0; k < terms[i].length; k++) {
        result[i] += weights[i][k] * dense[terms[i][k]];
      }
    }
    return result;
  }

  /** The cosine of two sentences. */
  double similarity(int a, int b) {
    double sum = 0;
    for (int i = 0, j = 0; i < terms[a].length && j < terms[b].length; ) {
      int order = Integer.compare(terms[a][i], terms[b][j]);
      sum += order == 0 ? weights[a][i] * weights[b][j] : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return sum;
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
