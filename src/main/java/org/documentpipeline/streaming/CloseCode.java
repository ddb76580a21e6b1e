package org.documentpipeline.streaming;

/**
 * Why a socket is closed, as the contract numbers it; 1008 and 1013 are RFC 6455's and the IANA
 * registry's own.
 */
enum CloseCode {
  DONE(1000, "the document has ended"),
  NOT_LISTENING(1008, "this service takes no messages"),
  GOING_AWAY(1012, "the service restarts"),
  TRY_LATER(1013, "too many sockets"),
  BAD_AFTER(4400, "after is not the number of an event"),
  UNKNOWN_DOCUMENT(4404, "no such document"),
  TOO_SLOW(4408, "the reader is too slow"),
  DELETED(4410, "the document was deleted");

  final int number;
  final String reason;

  CloseCode(int number, String reason) {
    this.number = number;
    this.reason = reason;
  }
}
