import { request } from '../../../api/http';
import type { Document } from '../../../api/types';
import type { IntakeOptions } from '../intake-options';

export interface PastedText {
  name: string;
  text: string;
  options: IntakeOptions;
  idempotencyKey: string;
}

export function createTextDocument({ name, text, options, idempotencyKey }: PastedText): Promise<Document> {
  return request<Document>('/documents', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
    body: JSON.stringify({ name, text, ...options, focus: options.focus || null }),
  });
}
