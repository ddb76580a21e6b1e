import { Fragment } from 'react';

const ANY = /^#{1,6} /m;
const HEADING = /^#{1,6} +(.+)$/;
const BOLD = /\*\*(?=\S)(.+?)(?<=\S)\*\*/;

interface TextProps {
  text: string;
  /** Whether `**this**` is bold in it, as models write it; elsewhere stars are stars. */
  bold?: boolean;
}

/** Text as it is, but for its headings: what is marked as one (`## Costs`) is set as one, and is none of the page's. */
export function HeadedText({ text, bold = false }: TextProps) {
  if (!ANY.test(text) && !bold) return text;
  return text.split('\n').map((line, place) => {
    const heading = HEADING.exec(line)?.[1];
    return (
      // Lines never move: their places are their names.
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={place}>
        {place > 0 && '\n'}
        {heading ? <strong>{bold ? heading.split(BOLD).join('') : heading}</strong> : bold ? withBold(line) : line}
      </Fragment>
    );
  });
}

const withBold = (line: string) =>
  // Every other piece is one that stood between stars.
  // oxlint-disable-next-line react/no-array-index-key
  line.split(BOLD).map((piece, place) => (place % 2 === 1 ? <strong key={place}>{piece}</strong> : piece));
