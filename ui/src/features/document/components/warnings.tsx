import type { Warning } from '../../../api/types';
import { messages } from '../../../messages';
import { pageRanges } from '../page-ranges';
import styles from './warnings.module.css';

export function Warnings({ warnings }: { warnings: Warning[] }) {
  if (warnings.length === 0) return null;
  return (
    <section className={styles.warnings} data-testid="warnings">
      <h2>{messages.document.warnings(warnings.length)}</h2>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.detail}`}>
            {warning.detail}
            {warning.pages && warning.pages.length > 0 && (
              <span>{messages.document.warningPages(pageRanges(warning.pages))}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
