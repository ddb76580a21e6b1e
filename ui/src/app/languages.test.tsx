import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { summaryLanguage } from '../domain/summary-language';
import { SourceRef } from '../components/source-ref';
import { ModelNote } from '../features/settings/components/model-note';
import { ChunkList } from '../features/document/components/chunk-list';
import { Warnings } from '../features/document/components/warnings';

afterEach(cleanup);

const language = (text: string): string | undefined => screen.getByText(text).closest<HTMLElement>('[lang]')?.lang;

it('each text names the language it is in, whatever the page’s is', () => {
  const chunk = { index: 0, firstPage: 1, lastPage: 1, tokens: 9, status: 'done', summary: 'Les phares.' } as const;
  render(
    <>
      <Warnings warnings={[{ code: 'pages-without-text', detail: 'Two pages have no text.', pages: [3, 9] }]} />
      <ModelNote model={{ provider: 'builtin', name: 'extractive', hint: 'Set LLM_PROVIDER.' }} />
      <ChunkList chunks={[chunk]} ended opened={null} summarized={false} language="fr" />
    </>,
  );
  expect(language('Two pages have no text.')).toBe('en');
  expect(language('Set LLM_PROVIDER.')).toBe('en');
  expect(language('Les phares.')).toBe('fr');
  expect(language('Pages: 3, 9')).toBeUndefined();
});

it('references are in the page’s language, whatever the text’s is', () => {
  render(
    <p lang="ko">
      등대. <SourceRef index={0}>p. 1</SourceRef>
    </p>,
  );
  expect(language('p. 1')).toBe('en');
});

it('summaries are in the language that was asked for, or the document’s where that is known', () => {
  const options = { length: 'medium', language: 'auto', focus: null } as const;
  const structure = { title: '', paragraphs: [], keyPoints: [], language: 'nb', prompts: {} };
  expect(summaryLanguage({ options, structure })).toBe('nb');
  const german = { ...options, language: 'de' };
  expect(summaryLanguage({ options: german })).toBe('de');
  expect(summaryLanguage({ options: german, structure: { ...structure, language: null } })).toBeUndefined();
  expect(summaryLanguage({ options, structure: null })).toBeUndefined();
});
