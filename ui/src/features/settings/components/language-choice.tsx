import { type Locale, LOCALES, storeLocale } from '../../../lib/locale';
import { currentLocale, messages } from '../../../messages';

/** Each language by its own name: whoever looks for it reads that one. */
const NAMES: Record<Locale, string> = { en: 'English', de: 'Deutsch' };

/** The language of the page. Choosing one loads the page anew; what is under way goes on, and unsent files are asked about. */
export function LanguageChoice() {
  return (
    <label>
      {messages.pageLanguage}{' '}
      <select
        data-testid="page-language"
        value={currentLocale()}
        onChange={(event) => {
          storeLocale(event.target.value as Locale);
          window.location.reload();
        }}
      >
        {LOCALES.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {NAMES[locale]}
          </option>
        ))}
      </select>
    </label>
  );
}
