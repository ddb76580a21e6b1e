import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { Document } from '../../../api/types';
import { isEnded } from '../../../domain/apply-event';
import { chunksOf } from '../../../domain/chunks';
import type { DocumentState } from '../../../domain/document-reducer';
import { navigate, useSearch } from '../../../lib/router';
import { messages } from '../../../messages';
import { openedPart, referredChunk, sourceLink } from '../../../lib/source-link';
import { Announcer } from './announcer';
import { ChunkList } from './chunk-list';
import { Details } from './details';
import styles from './document-view.module.css';
import { Failure } from './failure';
import { Head } from './head';
import { Pipeline } from './pipeline';
import { ProgressLine } from './progress-line';
import type { DrawerProps } from './source-drawer';
import { Summary } from './summary';
import { Warnings } from './warnings';

// Only needed once a source is opened.
const SourceDrawer = lazy(() => import('./source-drawer'));

interface ViewProps {
  document: Document;
  state: DocumentState;
  onChanged: (document: Document) => void;
  onDelete: () => void;
}

/** One document from drop to summary, whatever state it is in. */
export function DocumentView({ document, state, onChanged, onDelete }: ViewProps) {
  const chunks = useMemo(() => chunksOf(state), [state]);
  const part = openedPart(useSearch(), chunks.length);
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
      <ChunkList chunks={chunks} ended={isEnded(document)} opened={part} />
      <Details document={document} />
      <Announcer document={document} />
      <Source document={document} part={part} total={chunks.length} />
    </article>
  );
}

/** Stays once it was opened, so that it can close; its script is fetched with the first source. */
function Source(props: DrawerProps) {
  const [wanted, setWanted] = useState(false);
  if (props.part !== null && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <SourceDrawer {...props} />
    </Suspense>
  );
}
