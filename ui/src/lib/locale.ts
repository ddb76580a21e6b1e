/** The languages the page is written in; the first is the one used when none of them is wanted. */
export const LOCALES = ['en', 'de'] as const;
export type Locale = (typeof LOCALES)[number];

const KEY = 'document-pipeline.locale';

const isLocale = (tag: string | null | undefined): tag is Locale => LOCALES.some((locale) => locale === tag);

/** What was chosen here before, else the first of the browser's languages that the page speaks. */
export function preferredLocale(wanted: readonly string[] = navigator.languages): Locale {
  const chosen = stored();
  if (isLocale(chosen)) return chosen;
  return wanted.map((tag) => tag.toLowerCase().split('-', 1)[0]).find(isLocale) ?? LOCALES[0];
}

/** The page's language as it is written where the browser is at home, for numbers and times. */
export function regional(locale: Locale, wanted: readonly string[] = navigator.languages): string {
  const tag = wanted.find((one) => one.toLowerCase().split('-', 1)[0] === locale);
  try {
    return tag ? (Intl.getCanonicalLocales(tag)[0] ?? locale) : locale;
  } catch {
    // Some browsers make tags up from what the system is set to.
    return locale;
  }
}

/** Keeps the choice for this browser. */
export function storeLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // A browser that keeps nothing goes by its own languages.
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
