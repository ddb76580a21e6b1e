import type { Warning } from '../../../api/types';
import { messages } from '../../../messages';
import { pageRanges } from '../page-ranges';
import styles from './warnings.module.css';

/** Whether the sentence itself says which pages, as one about few of them does. */
const names = (detail: string, pages: number[]): boolean =>
  pages.every((page) => new RegExp(`\\b${page}\\b`).test(detail));

export function Warnings({ warnings }: { warnings: Warning[] }) {
  if (warnings.length === 0) return null;
  return (
    <section className={styles.warnings} data-testid="warnings">
      <h2>{messages.document.warnings(warnings.length)}</h2>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.detail}`}>
            {/* The server's own words. */}
            <span lang="en">{warning.detail}</span>
            {warning.pages && !names(warning.detail, warning.pages) && (
              <span className={styles.pages}>{messages.document.warningPages(pageRanges(warning.pages))}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
