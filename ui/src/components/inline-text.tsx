import { Fragment } from 'react';
import type { Inline } from '../lib/inline';
import { SourceRef } from './source-ref';

/** A line of a summary, set: its pieces are in the order of the text and never move. */
export function InlineText({ pieces }: { pieces: Inline[] }) {
  return pieces.map((piece, place) => (
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={place}>
      <Piece piece={piece} />
    </Fragment>
  ));
}

function Piece({ piece }: { piece: Inline }) {
  if (typeof piece === 'string') return piece;
  switch (piece.kind) {
    case 'code':
      return <code>{piece.text}</code>;
    case 'reference':
      return <SourceRef index={piece.chunk}>{piece.words}</SourceRef>;
    case 'strong':
      return (
        <strong>
          <InlineText pieces={piece.inside} />
        </strong>
      );
    default:
      return (
        <em>
          <InlineText pieces={piece.inside} />
        </em>
      );
  }
}
