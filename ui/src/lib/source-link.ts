/** The address of a part's text, on the page of its document; `index` counts from 0, the address as people do. */
export const sourceLink = (index: number): string => `?part=${index + 1}`;

/** The index of the part whose text is open; null when there is none, or no such part among `total`. */
export function openedPart(search: string, total: number): number | null {
  const part = Number(new URLSearchParams(search).get('part'));
  return Number.isInteger(part) && part >= 1 && part <= total ? part - 1 : null;
}

/** The index of the chunk that a reference in a summary (`#chunk-2`, from 0) names; null for every other address. */
export function referredChunk(href: string | undefined): number | null {
  const index = /^#chunk-(\d{1,9})$/.exec(href ?? '')?.[1];
  return index === undefined ? null : Number(index);
}

/** A summary for the clipboard: references keep their words and lose their addresses, which lead nowhere elsewhere. */
export const withoutReferenceAddresses = (markdown: string): string =>
  markdown.replace(/\[([^[\]]{1,40})\]\(#chunk-\d+\)/g, '[$1]');
