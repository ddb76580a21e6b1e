import type { Document } from '../../../api/types';
import { formatMoment, formatMoney, formatNumber, languageName } from '../../../lib/format';
import { messages } from '../../../messages';
import styles from './details.module.css';

export function Details({ document }: { document: Document }) {
  const { options, model, usage, startedAt, finishedAt, id } = document;
  const text = messages.document.detail;
  const rows: [string, string | null][] = [
    [text.length, messages.intake.lengths[options.length] ?? options.length],
    [text.language, options.language === 'auto' ? messages.intake.languageAuto : languageName(options.language)],
    [text.focus, options.focus],
    [text.model, model && [modelName(model.provider), model.name].filter(Boolean).join(' · ')],
    [text.calls, usage?.calls ? formatNumber(usage.calls) : null],
    [
      text.tokens,
      usage?.inputTokens ? `${formatNumber(usage.inputTokens)} / ${formatNumber(usage.outputTokens)}` : null,
    ],
    [text.cost, typeof usage?.cost === 'number' && usage.currency ? formatMoney(usage.cost, usage.currency) : null],
    [text.started, startedAt && formatMoment(startedAt)],
    [text.finished, finishedAt && formatMoment(finishedAt)],
    [text.id, id],
  ];
  return (
    <details className={styles.details}>
      <summary>{messages.document.details}</summary>
      <dl>
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  );
}

const modelName = (provider: string): string =>
  provider === 'builtin' ? messages.model.builtin : (messages.model.providers[provider] ?? provider);
