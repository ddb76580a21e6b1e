let locale = 'en';
let formats = formatsOf(locale);

function formatsOf(tag: string) {
  return {
    number: new Intl.NumberFormat(tag),
    tenths: new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    relative: new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'long' }),
    day: new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }),
    moment: new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }),
    time: new Intl.DateTimeFormat(tag, { timeStyle: 'short' }),
    languages: new Intl.DisplayNames(tag, { type: 'language', fallback: 'code' }),
  };
}

/** Sets how numbers, times and names of languages are written from now on. */
export function setFormatLocale(tag: string): void {
  locale = tag;
  formats = formatsOf(tag);
}

/** Compares texts as the page's language sorts them. */
export const compareTexts = (a: string, b: string): number => a.localeCompare(b, locale);

export const formatNumber = (value: number): string => formats.number.format(value);

/** Money with two digits that say something, however small it is. */
export function formatMoney(amount: number, currency: string): string {
  const digits = amount > 0 && amount < 0.1 ? Math.min(12, 1 - Math.floor(Math.log10(amount))) : 2;
  const format = { style: 'currency', currency, minimumFractionDigits: 2, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(locale, format).format(amount);
}

/** Bytes in powers of 1,024, so that the server's limit reads as it was set. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value < 9.95 ? formats.tenths.format(value) : Math.round(value)} ${units[unit]}`;
}

/** "3 minutes ago" within a week, the date before that. */
export function formatAgo(iso: string, now: number): string {
  const seconds = Math.min(0, Math.round((Date.parse(iso) - now) / 1000));
  if (seconds > -45) return formats.relative.format(0, 'second');
  if (seconds > -3570) return formats.relative.format(Math.round(seconds / 60), 'minute');
  if (seconds > -82_800) return formats.relative.format(Math.round(seconds / 3600), 'hour');
  if (seconds > -604_800) return formats.relative.format(Math.round(seconds / 86_400), 'day');
  return formats.day.format(Date.parse(iso));
}

export const formatMoment = (iso: string): string => formats.moment.format(Date.parse(iso));

export const formatTime = (at: Date): string => formats.time.format(at);

/** A length of time from a few seconds to hours, rounded to what a person can use. */
export function formatDuration(seconds: number): string {
  if (seconds < 1) return '1 s';
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest ? ` ${rest} min` : ''}`;
}

export function languageName(tag: string): string {
  try {
    return formats.languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const KINDS: [RegExp, string][] = [
  [/pdf/, 'PDF'],
  [/wordprocessingml|msword/, 'Word'],
  [/opendocument/, 'OpenDocument'],
  [/rtf/, 'RTF'],
  [/html/, 'HTML'],
  [/markdown/, 'Markdown'],
  [/^text\//, 'Text'],
];

/** A media type in a word; null when there is none for it. */
export const kindOf = (mediaType: string | null): string | null =>
  KINDS.find(([pattern]) => mediaType && pattern.test(mediaType))?.[1] ?? mediaType;
