import { Boundary } from '../../../components/boundary';
import { InlineText } from '../../../components/inline-text';
import type { SummaryStructure } from '../../../api/types';
import { script, useScript } from '../../../lib/script';
import { type SummaryBlock, blocksOfMarkdown, blocksOfStructure } from '../summary-blocks';

// Half as large as the rest of the page, and only needed for what older versions have written.
const markdown = script(() => import('../../../components/markdown'));

interface TextProps {
  summary: string;
  /** Null for a summary of an older version; undefined as long as it is not read. */
  structure: SummaryStructure | null | undefined;
}

export function SummaryText({ summary, structure }: TextProps) {
  if (structure === null) return <OlderText summary={summary} />;
  return <Blocks blocks={structure ? blocksOfStructure(structure) : blocksOfMarkdown(summary)} />;
}

/** Whatever Markdown it is; without the script for that, or where that fails, what can be made of it line by line. */
function OlderText({ summary }: { summary: string }) {
  const state = useScript(markdown);
  const plain = <Blocks blocks={blocksOfMarkdown(summary)} />;
  if (state.kind !== 'there') return plain;
  const { default: Markdown } = state.value;
  return (
    <Boundary fallback={plain}>
      <Markdown text={summary} />
    </Boundary>
  );
}

/** A summary's blocks never move: their places are their names. */
function Blocks({ blocks }: { blocks: SummaryBlock[] }) {
  // oxlint-disable-next-line react/no-array-index-key
  return blocks.map((block, place) => <Block key={place} block={block} />);
}

function Block({ block }: { block: SummaryBlock }) {
  if (block.kind === 'points') {
    return (
      <ul>
        {block.lines.map((line, place) => (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place}>
            <InlineText pieces={line} />
          </li>
        ))}
      </ul>
    );
  }
  const Tag = block.kind === 'title' ? 'h3' : 'p';
  return (
    <Tag>
      <InlineText pieces={block.line} />
    </Tag>
  );
}
