import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import Markdown from './markdown';

afterEach(cleanup);

it('sets Markdown with tables', () => {
  const { container } = render(<Markdown text={'# Title\n\n**bold**\n\n| a | b |\n|---|---|\n| 1 | 2 |'} />);
  expect(container.querySelector('h3')?.textContent).toBe('Title');
  expect(container.querySelector('strong')?.textContent).toBe('bold');
  expect(container.querySelectorAll('td')).toHaveLength(2);
});

it('keeps out images, raw HTML and dangerous addresses', () => {
  const text = [
    '![spy](https://elsewhere.example/pixel.png)',
    '<img src="https://elsewhere.example/b.png"><script>alert(1)</script><b onclick="x()">raw</b>',
    '[click](javascript:alert(1)) [data](data:text/html,x) [fine](https://fine.example)',
  ].join('\n\n');
  const { container } = render(<Markdown text={text} />);
  expect(container.querySelector('img, script, b, [onclick]')).toBeNull();
  const addresses = [...container.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(addresses.filter((address) => address)).toEqual(['https://fine.example']);
  expect(container.querySelector('a[href^="https"]')?.getAttribute('rel')).toContain('noopener');
});

it('makes references links to the part of the document, in this page', () => {
  const { container } = render(<Markdown text={'It is so. [pp. 3–5](#chunk-2)'} />);
  const link = container.querySelector('a')!;
  expect(link.getAttribute('href')).toBe('?part=3&page=3');
  expect(link.hasAttribute('target')).toBe(false);
  expect(link.textContent).toBe('pp. 3–5 (source: part 3)');
});
