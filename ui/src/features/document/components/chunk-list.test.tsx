import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { ChunkView } from '../../../domain/chunks';
import { ChunkList } from './chunk-list';

afterEach(cleanup);

const part = (index: number): ChunkView => {
  return { index, firstPage: 1, lastPage: 2, tokens: 9, status: 'done', summary: `Summary ${index}` };
};

it.each([
  [1, false, ['Summary 0']],
  [1, true, []],
  [2, true, ['Summary 0', 'Summary 1']],
])('%i parts, the document summarised: %s', (count, summarized, shown) => {
  const chunks = Array.from({ length: count }, (_, index) => part(index));
  render(<ChunkList chunks={chunks} ended opened={null} summarized={summarized} language="en" />);
  expect(screen.queryAllByText(/^Summary/).map((text) => text.textContent)).toEqual(shown);
  expect(screen.getAllByTestId('chunk-text')).toHaveLength(count);
});
