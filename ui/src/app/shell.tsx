import { type ReactNode, useEffect, useRef } from 'react';
import type { Settings } from '../api/types';
import { ConnectionBanner, ConnectionState } from '../components/connection';
import { useStickingHeight } from '../lib/use-sticking-height';
import { homePath, Link, usePath } from '../lib/router';
import { messages } from '../messages';
import { LanguageChoice } from '../features/settings/components/language-choice';
import { ModelName, ModelNote } from '../features/settings/components/model-note';
import { OutageBanner } from '../features/settings/components/outage-banner';
import styles from './shell.module.css';

interface ShellProps {
  settings: Settings | undefined;
  /** The list; on a narrow screen it shares the page with the start only. */
  aside: ReactNode;
  home: boolean;
  children: ReactNode;
}

export function Shell({ settings, aside, home, children }: ShellProps) {
  const path = usePath();
  const main = useRef<HTMLElement>(null);
  const top = useRef<HTMLDivElement>(null);
  useStickingHeight(top);
  const arrived = useRef(path);
  useEffect(() => {
    // After a change of place the keyboard and the reader go on in the new content.
    if (arrived.current !== path) main.current?.focus({ preventScroll: true });
    arrived.current = path;
  }, [path]);

  return (
    <>
      <a className={styles.skip} href="#content">
        {messages.skipToContent}
      </a>
      <div ref={top} className={styles.top}>
        <header className={styles.header}>
          <Link href={homePath} className={styles.brand}>
            <img src="/favicon.svg" alt="" width="26" height="26" />
            {messages.product}
          </Link>
          <span className={styles.facts}>
            {settings && <ModelName model={settings.model} />}
            <ConnectionState />
          </span>
        </header>
        <ConnectionBanner />
      </div>
      <OutageBanner />
      <div className={styles.columns} data-home={home}>
        <main id="content" ref={main} tabIndex={-1} className={styles.main}>
          {children}
        </main>
        <aside className={styles.aside} aria-label={messages.list.title}>
          {aside}
        </aside>
        {/* Where the text of a source stands when there is room for it beside the document. */}
        <div id="beside" className={styles.beside} />
      </div>
      <footer className={styles.footer}>
        <div>{settings && <ModelNote model={settings.model} />}</div>
        <LanguageChoice />
      </footer>
    </>
  );
}
