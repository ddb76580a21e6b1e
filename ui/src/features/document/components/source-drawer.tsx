import { Dialog, DialogHeading } from '@ariakit/react';
import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Chunk, Document } from '../../../api/types';
import { HeadedText } from '../../../components/headed-text';
import { BackIcon, CrossIcon, NextIcon, PageIcon } from '../../../components/icons';
import { passFocusOn } from '../../../lib/pass-focus-on';
import { navigate } from '../../../lib/router';
import { sourceLink } from '../../../lib/source-link';
import { useMedia } from '../../../lib/use-media';
import { messages, problemText } from '../../../messages';
import { chunkQuery } from '../api/get-chunk';
import { pageLink } from '../api/download-links';
import { closeSource } from '../close-source';
import styles from './source-drawer.module.css';

/** In all others the headings are marked by who read them; in these a `#` may be anything, a comment in code for one. */
const TO_THE_LETTER = new Set(['text/plain', 'text/markdown']);

export interface DrawerProps {
  document: Document;
  /** The part whose text is open, from 0; null closes it. */
  part: number | null;
  /** The page of the original that was asked for; null for the one that the part begins on. */
  page: number | null;
  total: number;
}

/** The text of one part, beside the summary where there is room for both, above it where there is not. */
export default function SourceDrawer({ document, part, page, total }: DrawerProps) {
  const wide = useMedia('(min-width: 80rem)');
  const heading = useRef<HTMLHeadingElement>(null);
  const [shown, setShown] = useState(part ?? 0);
  if (part !== null && part !== shown) setShown(part);
  useReturningFocus(part === null ? null : sourceLink(part, page));
  const beside = window.document.getElementById('beside');
  return (
    <Dialog
      // Beside the text it is a part of the page; above it, a dialog.
      key={wide ? 'beside' : 'above'}
      open={part !== null}
      onClose={closeSource}
      modal={!wide}
      portal
      portalElement={wide ? beside : null}
      backdrop={wide ? false : <div className={styles.backdrop} />}
      hideOnInteractOutside={!wide}
      autoFocusOnHide={false}
      initialFocus={heading}
      unmountOnHide
      className={styles.drawer}
      data-place={wide ? 'beside' : 'above'}
      data-testid="source"
    >
      <div className={styles.head}>
        {/* The library puts the content in. */}
        {/* oxlint-disable-next-line jsx-a11y/heading-has-content */}
        <DialogHeading render={<h2 />} ref={heading} tabIndex={-1} className={styles.title}>
          {messages.chunks.name(shown)}
          <span className={styles.of}> {messages.source.of(total)}</span>
        </DialogHeading>
        <Step to={shown - 1} total={total} back />
        <Step to={shown + 1} total={total} />
        <button type="button" className="button" data-kind="quiet" data-size="small" onClick={closeSource}>
          <CrossIcon size={18} />
          <span className="visually-hidden">{messages.close}</span>
        </button>
      </div>
      <Said document={document} part={shown} page={page} total={total} />
      <Text key={shown} document={document} part={shown} page={page} />
    </Dialog>
  );
}

function Step({ to, total, back = false }: { to: number; total: number; back?: boolean }) {
  const possible = to >= 0 && to < total;
  return (
    <button
      type="button"
      className="button"
      data-kind="quiet"
      data-size="small"
      // Not `disabled`: at either end the focus would be lost.
      aria-disabled={!possible}
      onClick={() => possible && navigate(sourceLink(to), { replace: true, keepScroll: true })}
    >
      {back ? <BackIcon size={18} /> : <NextIcon size={18} />}
      <span className="visually-hidden">{back ? messages.source.previous : messages.source.next}</span>
    </button>
  );
}

function Text({ document, part, page }: Pick<DrawerProps, 'document' | 'page'> & { part: number }) {
  const { data, error, refetch, isFetching } = useQuery(chunkQuery(document.id, part));
  if (!data) {
    return (
      <div className={styles.note} role="status">
        {error && !isFetching ? (
          <>
            <p>{problemText(error)}</p>
            <button ref={passFocusOn} type="button" className="button" data-size="small" onClick={() => void refetch()}>
              {messages.tryAgain}
            </button>
          </>
        ) : (
          <p>{messages.source.loading}</p>
        )}
      </div>
    );
  }
  const { firstPage, lastPage, section, text } = data;
  const opens = pageIn(data, page);
  return (
    <>
      {(firstPage !== null || section) && (
        <p className={styles.place}>
          {firstPage !== null && <span>{messages.chunks.pages(firstPage, lastPage)}</span>}
          {section && <span>{section}</span>}
          {opens !== null && document.mediaType === 'application/pdf' && (
            <a href={pageLink(document.id, opens)} target="_blank" rel="noopener" data-testid="open-page">
              <PageIcon size={16} />
              {messages.source.openPage(opens)}
            </a>
          )}
        </p>
      )}
      {/* What scrolls can be scrolled by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.text} dir="auto" tabIndex={0} aria-label={messages.source.text}>
        {TO_THE_LETTER.has(document.mediaType ?? '') ? text : <HeadedText text={text} />}
      </section>
    </>
  );
}

/** Said when another text takes the place of the first: its heading is only read out when the drawer opens. */
function Said({ document, part, page, total }: Pick<DrawerProps, 'document' | 'page' | 'total'> & { part: number }) {
  const { data } = useQuery(chunkQuery(document.id, part));
  return (
    <p className="visually-hidden" role="status" data-testid="source-said">
      {data && messages.source.shown(part, total, pageIn(data, page))}
    </p>
  );
}

/** The page that was asked for where the part has it, else the one that the part begins on. */
function pageIn({ firstPage, lastPage }: Pick<Chunk, 'firstPage' | 'lastPage'>, asked: number | null): number | null {
  const within = asked !== null && firstPage !== null && asked >= firstPage && asked <= (lastPage ?? firstPage);
  return within ? asked : firstPage;
}

/** When it closes, the keyboard goes on where it was opened from last. */
function useReturningFocus(opened: string | null): void {
  const opener = useRef<Element | null>(null);
  const open = opened !== null;
  useLayoutEffect(() => {
    // Also where one reference follows the other without closing; what the drawer itself leads to is from the same place.
    const { activeElement, body } = window.document;
    if (opened !== null && activeElement !== body && !activeElement?.closest('[data-place]'))
      opener.current = activeElement;
  }, [opened]);
  useLayoutEffect(() => {
    if (!open) return;
    return () => {
      // Where something else took the focus meanwhile, it stays there; the drawer may take a while to go.
      setTimeout(() => {
        const { activeElement, body } = window.document;
        if (activeElement && activeElement !== body && !activeElement.closest('[data-place]')) return;
        const back = opener.current?.isConnected ? opener.current : window.document.getElementById('content');
        if (back instanceof HTMLElement) back.focus({ preventScroll: true });
      });
    };
  }, [open]);
}
