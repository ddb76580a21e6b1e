import { useState } from 'react';
import { compareTexts, languageName } from '../../../lib/format';
import { messages } from '../../../messages';
import { DEFAULT_LENGTHS, FOCUS_MAX, LANGUAGES } from '../intake-options';
import { useOptions } from '../use-options';
import styles from './intake.module.css';

const languagesByName = () =>
  LANGUAGES.map((tag) => ({ tag, name: languageName(tag) })).toSorted((a, b) => compareTexts(a.name, b.name));

export function OptionFields({ lengths = DEFAULT_LENGTHS }: { lengths: string[] | undefined }) {
  const [options, change] = useOptions();
  const [languages] = useState(languagesByName);
  const length = lengths.includes(options.length) ? options.length : (lengths[0] ?? options.length);
  return (
    <div className={styles.options} role="group" aria-label={messages.intake.options}>
      <fieldset className={styles.lengths}>
        <legend>
          {messages.intake.length} <small>{messages.intake.lengthHints[length]}</small>
        </legend>
        <div>
          {lengths.map((value) => (
            <label key={value}>
              <input
                type="radio"
                name="length"
                value={value}
                className="visually-hidden"
                checked={value === length}
                onChange={() => change({ length: value })}
              />
              <span>{messages.intake.lengths[value] ?? value}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className={styles.option}>
        <span>{messages.intake.language}</span>
        <select
          className={styles.field}
          value={options.language}
          onChange={(event) => change({ language: event.target.value })}
        >
          <option value="auto">{messages.intake.languageAuto}</option>
          {languages.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.option}>
        <span>
          {messages.intake.focus} <small>{messages.intake.focusOptional}</small>
        </span>
        <input
          className={styles.field}
          maxLength={FOCUS_MAX}
          value={options.focus}
          placeholder={messages.intake.focusPlaceholder}
          onChange={(event) => change({ focus: event.target.value })}
        />
      </label>
    </div>
  );
}
