import { toApiError, toJson, unreachable } from '../../../api/http';
import type { Document } from '../../../api/types';
import type { IntakeOptions } from '../intake-options';

const TELL_EVERY_MS = 100;

export interface Upload {
  file: File;
  options: IntakeOptions;
  /** The same for every try of one upload, so that a try whose answer was lost makes no second document. */
  idempotencyKey: string;
  onSent: (bytes: number) => void;
  signal: AbortSignal;
}

/** Sends a file; XMLHttpRequest, because `fetch` does not tell how much has been sent. */
export function createDocument({ file, options, idempotencyKey, onSent, signal }: Upload): Promise<Document> {
  const form = new FormData();
  form.set('length', options.length);
  form.set('language', options.language);
  if (options.focus) form.set('focus', options.focus);
  form.set('file', file, file.name);
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', '/api/documents');
    xhr.setRequestHeader('accept', 'application/json');
    xhr.setRequestHeader('idempotency-key', idempotencyKey);
    let told = 0;
    xhr.upload.addEventListener('progress', ({ loaded, total, timeStamp }) => {
      if (timeStamp - told < TELL_EVERY_MS && loaded < total) return;
      told = timeStamp;
      onSent(loaded);
    });
    xhr.addEventListener('error', () => reject(unreachable()));
    xhr.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    xhr.addEventListener('load', () => {
      // What a listener throws nobody hears.
      try {
        if (xhr.status < 200 || xhr.status >= 300) throw toApiError(xhr.status, xhr.responseText);
        resolve(toJson<Document>(xhr.responseText));
      } catch (error) {
        reject(error instanceof Error ? error : unreachable());
      }
    });
    signal.addEventListener('abort', () => xhr.abort(), { once: true });
    xhr.send(form);
  });
}
