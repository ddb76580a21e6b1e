/**
 * The address of a part's text, on the page of its document; `index` counts from 0, the address as people do. `page` is
 * the one of the original that a reference names, where it does not mean the whole part.
 */
export const sourceLink = (index: number, page: number | null = null): string =>
  `?part=${index + 1}${page === null ? '' : `&page=${page}`}`;

/** The index of the part whose text is open; null when there is none, or no such part among `total`. */
export function openedPart(search: string, total: number): number | null {
  const part = Number(new URLSearchParams(search).get('part'));
  return Number.isInteger(part) && part >= 1 && part <= total ? part - 1 : null;
}

/** The page of the original that the address names, from 1; null for every other address. */
export function openedPage(search: string): number | null {
  const page = Number(new URLSearchParams(search).get('page'));
  return Number.isSafeInteger(page) && page >= 1 ? page : null;
}

/** The page that a reference begins with, in the words that the server writes: `p. 3`, `pp. 3–5`; null without pages. */
export function referredPage(words: string): number | null {
  const page = /^pp?\. (\d{1,9})(?!\d)/.exec(words)?.[1];
  return page === undefined ? null : Number(page);
}

/** The index of the chunk that a reference in a summary (`#chunk-2`, from 0) names; null for every other address. */
export function referredChunk(href: string | undefined): number | null {
  const index = /^#chunk-(\d{1,9})$/.exec(href ?? '')?.[1];
  return index === undefined ? null : Number(index);
}

/** A summary for the clipboard: references keep their words and lose their addresses, which lead nowhere elsewhere. */
export const withoutReferenceAddresses = (markdown: string): string =>
  markdown.replace(/\[([^[\]]{1,40})\]\(#chunk-\d+\)/g, '[$1]');
