import { afterEach, expect, it, vi } from 'vitest';
import { deleteDocument } from './delete-document';

afterEach(() => vi.unstubAllGlobals());

function answer(status: number, code: string): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ code }), { status })));
}

it('a document that is gone already is deleted', async () => {
  answer(404, 'not-found');
  await expect(deleteDocument('a')).resolves.toBeUndefined();
});

it.each([
  [503, 'unavailable'],
  // What a server says that has no API yet.
  [404, 'unknown'],
])('%d %s deletes nothing', async (status, code) => {
  answer(status, code);
  await expect(deleteDocument('a')).rejects.toMatchObject({ status, code });
});
