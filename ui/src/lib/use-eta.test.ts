import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useEta } from './use-eta';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('counts down between tellings, and starts anew with each', () => {
  const eta = renderHook(({ seconds, told }) => useEta(seconds, told), { initialProps: { seconds: 10, told: '1' } });
  expect(eta.result.current).toBe(10);
  act(() => vi.advanceTimersByTime(4_000));
  expect(eta.result.current).toBe(6);
  act(() => vi.advanceTimersByTime(8_000));
  expect(eta.result.current).toBeLessThan(0);
  eta.rerender({ seconds: 10, told: '2' });
  expect(eta.result.current).toBe(10);
});
