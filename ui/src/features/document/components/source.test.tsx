import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { newDocument } from '../../../test/history';
import { Source } from './source';

// What a newer server answers to an older page.
vi.mock('./source-drawer', () => {
  throw new Error('404');
});

afterEach(cleanup);

const page = (part: number | null) => (
  <>
    <p>the summary</p>
    <Source document={newDocument()} part={part} page={null} total={9} />
  </>
);

it('without its script the page stays, says so, and what was opened can be closed', async () => {
  window.history.replaceState(null, '', '?part=3');
  const { rerender } = render(page(null));
  rerender(page(2));
  await act(async () => vi.dynamicImportSettled());
  expect(screen.getByText('the summary')).toBeTruthy();
  expect(screen.getByTestId('missing-part').textContent).toContain('Reload the page');
  fireEvent.click(screen.getByText('Close'));
  expect(window.location.search).toBe('');
  rerender(page(null));
  expect(screen.queryByTestId('missing-part')).toBeNull();
});
