import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ChunkView } from '../../../domain/chunks';
import VirtualChunks from './virtual-chunks';

const MANY = 5_000;

const chunks = Array.from({ length: MANY }, (_, index): ChunkView => {
  return { index, firstPage: null, lastPage: null, tokens: null, status: 'done', summary: `Summary ${index}` };
});

beforeEach(() => {
  // Nothing is drawn here: each row is as high as this.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(80);
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => setTimeout(frame));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('a long document has few rows on the page, and each knows its place', () => {
  render(<VirtualChunks chunks={chunks} ended opened={null} language="de" />);
  const rows = screen.getAllByTestId('chunk-item');
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.length).toBeLessThan(100);
  expect(rows[0]?.getAttribute('aria-setsize')).toBe(`${MANY}`);
  expect(rows.map((row) => row.getAttribute('aria-posinset'))).toEqual(rows.map((_, place) => `${place + 1}`));
  expect(screen.getByText('Summary 0').lang).toBe('de');
});

it('goes to a part that is asked for', async () => {
  render(<VirtualChunks chunks={chunks} ended opened={null} language={undefined} />);
  const scroll = vi.spyOn(window, 'scrollTo');
  fireEvent.change(screen.getByLabelText('Go to part'), { target: { value: '4000' } });
  await act(async () => fireEvent.submit(screen.getByLabelText('Go to part').closest('form')!));
  expect(scroll).toHaveBeenCalled();
  expect(document.getElementById('chunk-3999')).not.toBeNull();
});
