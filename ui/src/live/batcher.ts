import type { LiveMessage } from '../api/types';

/** Messages are handed over in batches, one per frame; a hidden page draws no frames, so a timer is behind it. */
const BATCH_MS = 50;

/** Gathers messages and delivers them together, in order. */
export function batcher(deliver: (messages: LiveMessage[]) => void) {
  let waiting: LiveMessage[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;

  function stop(): void {
    clearTimeout(timer);
    if (frame !== undefined) cancelAnimationFrame(frame);
    timer = undefined;
    frame = undefined;
  }

  function flush(): void {
    stop();
    const messages = waiting;
    waiting = [];
    if (messages.length > 0) deliver(messages);
  }

  return {
    add(message: LiveMessage) {
      waiting.push(message);
      if (timer !== undefined) return;
      timer = setTimeout(flush, BATCH_MS);
      frame = requestAnimationFrame(flush);
    },
    flush,
    drop() {
      stop();
      waiting = [];
    },
  };
}
