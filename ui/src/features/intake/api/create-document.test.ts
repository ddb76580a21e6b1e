import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultOptions } from '../intake-options';
import { createDocument } from './create-document';

/** Stands in for the browser's request: the test says what is answered. */
class FakeRequest extends EventTarget {
  static last: FakeRequest;
  upload = new EventTarget();
  status = 0;
  responseText = '';
  open = (): void => undefined;
  setRequestHeader = (): void => undefined;
  send = (): void => {
    FakeRequest.last = this;
  };

  answer(status: number, text: string): void {
    Object.assign(this, { status, responseText: text });
    this.dispatchEvent(new Event('load'));
  }
}

beforeEach(() => vi.stubGlobal('XMLHttpRequest', FakeRequest));
afterEach(() => vi.unstubAllGlobals());

const send = () =>
  createDocument({
    file: new File(['a'], 'a.txt'),
    options: defaultOptions,
    idempotencyKey: 'key',
    onSent: () => undefined,
    signal: new AbortController().signal,
  });

it('gives the document that was made', async () => {
  const sent = send();
  FakeRequest.last.answer(202, '{"id":"a"}');
  await expect(sent).resolves.toEqual({ id: 'a' });
});

it.each([
  [200, '<html>Welcome to our hotel</html>', 'unreachable', true],
  [409, '{"code":"in-progress"}', 'in-progress', true],
  [503, 'away', 'unknown', true],
  [422, '{"code":"empty-document"}', 'empty-document', false],
] as const)('%d %s is no document: %s (can be sent again: %s)', async (status, text, code, passing) => {
  const sent = send();
  FakeRequest.last.answer(status, text);
  await expect(sent).rejects.toMatchObject({ code, passing });
});
