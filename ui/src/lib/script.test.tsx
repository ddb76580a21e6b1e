import { act, cleanup, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { script, useScript, useScriptsSoon } from './script';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function loading() {
  const loads: { done: (text: string) => void; failed: () => void }[] = [];
  const load = (): Promise<string> =>
    new Promise((resolve, reject) => {
      loads.push({ done: resolve, failed: () => reject(new Error('404')) });
    });
  return { loads, one: script(load) };
}

it('that does not come is a state of the page, and can be asked for again', async () => {
  const { loads, one } = loading();
  function Part() {
    const state = useScript(one);
    return <p>{state.kind === 'there' ? state.value : state.kind}</p>;
  }
  const { container } = render(<Part />);
  expect(container.textContent).toBe('fetching');
  await act(async () => loads[0]!.failed());
  expect(container.textContent).toBe('missing');
  act(() => one.fetch());
  act(() => one.fetch());
  expect(loads).toHaveLength(2);
  await act(async () => loads[1]!.done('here'));
  expect(container.textContent).toBe('here');
});

it('is fetched ahead, after a while, and not by a page that is left', async () => {
  vi.useFakeTimers();
  const { loads, one } = loading();
  const wanted = [one];
  function Page() {
    useScriptsSoon(wanted);
    return null;
  }
  render(<Page />).unmount();
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(loads).toHaveLength(0);
  render(<Page />);
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(loads).toHaveLength(1);
  // Nobody waits for it: that it did not come is no news.
  await act(async () => loads[0]!.failed());
  expect(one.state()).toEqual({ kind: 'fetching' });
  one.fetch();
  expect(loads).toHaveLength(2);
});

it('is not fetched ahead where it is shown as missing: whoever reads that asks for it', async () => {
  vi.useFakeTimers();
  const { loads, one } = loading();
  const wanted = [one];
  function Page() {
    useScriptsSoon(wanted);
    return <p>{useScript(one).kind}</p>;
  }
  const { container } = render(<Page />);
  await act(async () => loads[0]!.failed());
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(loads).toHaveLength(1);
  expect(container.textContent).toBe('missing');
});
