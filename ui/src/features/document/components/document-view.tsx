import { useEffect, useMemo } from 'react';
import type { Document } from '../../../api/types';
import { isEnded } from '../../../domain/apply-event';
import { chunksOf } from '../../../domain/chunks';
import type { DocumentState } from '../../../domain/document-reducer';
import { summaryLanguage } from '../../../domain/summary-language';
import { navigate, useSearch } from '../../../lib/router';
import { useScriptsSoon } from '../../../lib/script';
import { messages } from '../../../messages';
import { openedPage, openedPart, referredChunk, sourceLink } from '../../../lib/source-link';
import { Announcer } from './announcer';
import { ChunkList } from './chunk-list';
import { Details } from './details';
import styles from './document-view.module.css';
import { Failure } from './failure';
import { Head } from './head';
import { Pipeline } from './pipeline';
import { ProgressLine } from './progress-line';
import { Source, sourceDrawer } from './source';
import { Summary } from './summary';
import { Warnings } from './warnings';

/** Fetched ahead, so that a source opens at once, and without a network too. */
const NEEDED_SOON = [sourceDrawer];

interface ViewProps {
  document: Document;
  state: DocumentState;
  onChanged: (document: Document) => void;
  onDelete: () => void;
}

/** One document from drop to summary, whatever state it is in. */
export function DocumentView({ document, state, onChanged, onDelete }: ViewProps) {
  const chunks = useMemo(() => chunksOf(state), [state]);
  useScriptsSoon(NEEDED_SOON);
  const search = useSearch();
  const part = openedPart(search, chunks.length);
  useEffect(() => {
    // References of an exported summary lead here with the fragment they have in the file.
    const referred = referredChunk(window.location.hash);
    if (referred !== null) navigate(sourceLink(referred), { replace: true, keepScroll: true });
  }, []);
  return (
    <article className={styles.view}>
      <Head document={document} onChanged={onChanged} onDelete={onDelete} />
      <Failure document={document} onChanged={onChanged} />
      {/* Once it is there it is what people come for. */}
      {document.summary !== null && <Summary document={document} summary={document.summary} />}
      <section className={styles.card} aria-label={messages.stages.label}>
        <Pipeline document={document} activity={state.activity} />
        <ProgressLine document={document} activity={state.activity} />
      </section>
      <Warnings warnings={document.warnings ?? []} />
      <ChunkList
        chunks={chunks}
        ended={isEnded(document)}
        opened={part}
        summarized={document.summary !== null}
        language={summaryLanguage(document)}
      />
      <Details document={document} />
      <Announcer document={document} />
      <Source document={document} part={part} page={openedPage(search)} total={chunks.length} />
    </article>
  );
}
