// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { newDocument } from '../../../test/history';
import { Details } from './details';

afterEach(cleanup);

const usage = { calls: 3, inputTokens: 4000, outputTokens: 500 };

it('shows what the document has cost', () => {
  render(<Details document={{ ...newDocument(), usage: { ...usage, cost: 0.0042, currency: 'USD' } }} />);
  expect(screen.getByText('Cost').nextElementSibling?.textContent).toBe('$0.0042');
  expect(screen.getByText('Model calls').nextElementSibling?.textContent).toBe('3');
});

it.each([{}, { cost: null, currency: null }])('says nothing of a cost that is not known', (unknown) => {
  render(<Details document={{ ...newDocument(), usage: { ...usage, ...unknown } }} />);
  expect(screen.getByText('Model calls')).toBeTruthy();
  expect(screen.queryByText('Cost')).toBeNull();
});
