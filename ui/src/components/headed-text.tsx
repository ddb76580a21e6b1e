import { Fragment } from 'react';

const ANY = /^#{1,6} /m;
const HEADING = /^#{1,6} +(.+)$/;

/** Text as it is, but for its headings: what is marked as one (`## Costs`) is set as one. */
export function HeadedText({ text }: { text: string }) {
  if (!ANY.test(text)) return text;
  return text.split('\n').map((line, place) => {
    const heading = HEADING.exec(line)?.[1];
    return (
      // Lines never move: their places are their names.
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={place}>
        {place > 0 && '\n'}
        {heading ? <strong>{heading}</strong> : line}
      </Fragment>
    );
  });
}
