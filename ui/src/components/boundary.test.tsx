import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Boundary } from './boundary';
import { BrokenPage } from './broken-page';

afterEach(cleanup);

function Broken(): never {
  throw new Error('cannot be drawn');
}

it('what cannot be drawn leaves the rest, and says what to do', () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  render(
    <>
      <p>the rest</p>
      <Boundary fallback={<BrokenPage />}>
        <Broken />
      </Boundary>
    </>,
  );
  expect(screen.getByText('the rest')).toBeTruthy();
  expect(screen.getByTestId('broken-page').textContent).toContain('Reload the page');
});
