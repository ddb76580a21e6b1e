import { useMemo } from 'react';
import type { Document } from '../../../api/types';
import { isEnded } from '../../../domain/apply-event';
import { chunksOf } from '../../../domain/chunks';
import type { DocumentState } from '../../../domain/document-reducer';
import { Announcer } from './announcer';
import { ChunkList } from './chunk-list';
import { Details } from './details';
import styles from './document-view.module.css';
import { Failure } from './failure';
import { Head } from './head';
import { Pipeline } from './pipeline';
import { ProgressLine } from './progress-line';
import { Summary } from './summary';
import { Warnings } from './warnings';

interface ViewProps {
  document: Document;
  state: DocumentState;
  onChanged: (document: Document) => void;
  onDeleted: () => void;
}

/** One document from drop to summary, whatever state it is in. */
export function DocumentView({ document, state, onChanged, onDeleted }: ViewProps) {
  const chunks = useMemo(() => chunksOf(state), [state]);
  return (
    <article className={styles.view}>
      <Head document={document} onChanged={onChanged} onDeleted={onDeleted} />
      <Failure document={document} />
      <section className={styles.card}>
        <Pipeline document={document} activity={state.activity} />
        <ProgressLine document={document} activity={state.activity} />
      </section>
      <Warnings warnings={document.warnings ?? []} />
      {document.summary !== null && <Summary document={document} summary={document.summary} />}
      <ChunkList chunks={chunks} ended={isEnded(document)} />
      <Details document={document} />
      <Announcer document={document} />
    </article>
  );
}
