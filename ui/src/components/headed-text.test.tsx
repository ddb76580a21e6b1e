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
