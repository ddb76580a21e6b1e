import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { HeadedText } from './headed-text';

afterEach(cleanup);

it('sets headings without their marks, and leaves everything else as it is', () => {
  const { container } = render(<HeadedText text={'## What it *cost*\n\nIt cost #5.\n#tag\n1 # 2\n### Who paid'} />);
  expect(container.textContent).toBe('What it *cost*\n\nIt cost #5.\n#tag\n1 # 2\nWho paid');
  const headings = [...container.querySelectorAll('strong')].map((heading) => heading.textContent);
  expect(headings).toEqual(['What it *cost*', 'Who paid']);
});

it.each([
  [true, ['five crowns', 'What that bought'], 'It cost five crowns; 2 ** 3.\nWhat that bought\n** and ** no more'],
  [false, ['What **that** bought'], 'It cost **five crowns**; 2 ** 3.\nWhat **that** bought\n** and ** no more'],
])(
  'what stands between stars is bold (%s) where they mean that, and no heading is one of the page',
  (bold, strong, all) => {
    const text = 'It cost **five crowns**; 2 ** 3.\n# What **that** bought\n** and ** no more';
    const { container } = render(<HeadedText text={text} bold={bold} />);
    expect([...container.querySelectorAll('strong')].map((one) => one.textContent)).toEqual(strong);
    expect(container.textContent).toBe(all);
    expect(container.querySelector('h1, h2, h3, h4, h5, h6')).toBeNull();
  },
);
