package org.documentpipeline.queueing;

import org.springframework.stereotype.Component;

/**
 * What follows each statement that carries a document's lease: without a row the work ends here,
 * and quietly.
 */
@Component("fence")
class Fence {

  /**
   * Goes on when the statement has found the document under its lease.
   *
   * @param rows how many rows it has given or changed; null counts as none
   * @throws LeaseLostException when there is none
   */
  public void check(Integer rows) {
    if (rows == null || rows == 0) {
      throw new LeaseLostException();
    }
  }
}
