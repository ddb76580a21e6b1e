import ReactMarkdown, { type Options } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { referredChunk } from '../lib/source-link';
import { SourceRef } from './source-ref';

const plugins = [remarkGfm];
// Model output: no images (they would tell another server who reads), no raw HTML (never on in react-markdown).
const disallowed = ['img'];
const components: Options['components'] = {
  a: ({ href, children }) => {
    const chunk = referredChunk(href);
    if (chunk !== null) return <SourceRef index={chunk}>{children}</SourceRef>;
    return (
      <a href={href} target="_blank" rel="noreferrer noopener">
        {children}
      </a>
    );
  },
  // The page has its own first two levels.
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
};

export default function Markdown({ text }: { text: string }) {
  return (
    <ReactMarkdown remarkPlugins={plugins} disallowedElements={disallowed} skipHtml components={components}>
      {text}
    </ReactMarkdown>
  );
}
