import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { SummaryStructure } from '../../../api/types';
import { SummaryText } from './summary-text';

vi.mock('../../../components/markdown', () => ({
  default: ({ text }: { text: string }) => {
    if (text.includes('unreadable')) throw new Error('cannot be set');
    return <div data-testid="older">{text}</div>;
  },
}));

afterEach(cleanup);

const structure: SummaryStructure = {
  title: 'The lamps',
  paragraphs: [{ text: 'They **burn** <b>all</b> [night](https://x.example).', references: [] }],
  keyPoints: [
    { text: 'One.', references: [{ chunk: 2, firstPage: 3, lastPage: 5 }, { chunk: 4, firstPage: 9, lastPage: 9 }] },
    { text: 'Two.', references: [{ chunk: 3, firstPage: null, lastPage: null }] },
  ],
  language: 'en',
  prompts: {},
}; // prettier-ignore
const markdown = `# The lamps

They **burn** <b>all</b> [night](https://x.example).

- One. [pp. 3–5](#chunk-2) [p. 9](#chunk-4)
- Two. [part 4](#chunk-3)
`;

it.each([
  ['its structure', structure],
  ['its Markdown as long as that is not read', undefined],
])('is set from %s', (_, read) => {
  const { container } = render(<SummaryText summary={markdown} structure={read} />);
  expect(container.querySelector('h3')?.textContent).toBe('The lamps');
  expect(container.querySelector('p')?.textContent).toBe('They burn <b>all</b> [night](https://x.example).');
  expect(container.querySelector('p strong')?.textContent).toBe('burn');
  expect([...container.querySelectorAll('li')].map((point) => point.textContent)).toEqual([
    'One. pp. 3–5 (source: part 3) p. 9 (source: part 5)',
    'Two. part 4 (source: part 4)',
  ]);
  expect(screen.queryByTestId('older')).toBeNull();
});

it('a reference opens its part, with the keyboard too', () => {
  render(<SummaryText summary={markdown} structure={structure} />);
  const [first, second, third] = screen.getAllByTestId('source-ref');
  expect(second?.tagName).toBe('A');
  // What a browser makes of Enter on a link.
  fireEvent.click(second!);
  expect(window.location.search).toBe('?part=5&page=9');
  expect(second?.getAttribute('aria-current')).toBe('true');
  expect(first?.getAttribute('href')).toBe('?part=3&page=3');
  expect(third?.getAttribute('href')).toBe('?part=4');
});

it('of an older version comes with more script, and is there before it and without it', async () => {
  render(<SummaryText summary={'# Old\n\n| a |'} structure={null} />);
  expect(screen.getByText('Old').tagName).toBe('H3');
  await act(async () => vi.dynamicImportSettled());
  expect(screen.getByTestId('older').textContent).toContain('| a |');
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  cleanup();
  render(<SummaryText summary="unreadable" structure={null} />);
  expect(screen.getByText('unreadable').tagName).toBe('P');
});

it('keeps what has the focus when its structure comes', () => {
  const { container, rerender } = render(<SummaryText summary={markdown} structure={undefined} />);
  const links = [...container.querySelectorAll('a')];
  expect(links).toHaveLength(3);
  links[2]!.focus();
  rerender(<SummaryText summary={markdown} structure={structure} />);
  expect([...container.querySelectorAll('a')]).toEqual(links);
  expect(document.activeElement).toBe(links[2]);
});
