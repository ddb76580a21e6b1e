import type { Stage, Status } from '../api/types';
import type { Waiting } from '../domain/waiting';
import { formatBytes, formatDuration, formatNumber, formatTime } from '../lib/format';
import type { Connection, Interruption } from '../live/connection';
import type { Messages } from './index';

const plural = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

const interruptions: Record<Interruption, string> = {
  offline: 'Sie sind offline. Was Sie sehen, kann alt sein; es wird nachgeholt, sobald Sie zurück sind.',
  unreachable: 'Der Server ist nicht erreichbar. Er wird jede Sekunde neu gefragt, und nichts geht verloren.',
  lost: 'Die Live-Verbindung ist abgerissen. Nichts geht verloren: Es geht weiter, wo es aufgehört hat.',
  restarting: 'Der Server startet neu. Die Arbeit geht weiter, wo sie war.',
  slow: 'Dieses Gerät kam nicht mit und holt gerade auf.',
};

/** Everything the page says, in German. */
export const de: Messages = {
  product: 'Document Pipeline',
  skipToContent: 'Zum Inhalt springen',
  close: 'Schließen',
  cancel: 'Abbrechen',
  tryAgain: 'Noch einmal versuchen',
  reload: 'Seite neu laden',
  newDocument: 'Neues Dokument',
  allDocuments: 'Alle Dokumente',
  pageLanguage: 'Sprache dieser Seite',

  home: {
    title: ['Dokument ablegen.', 'Zusehen, wie es zur Zusammenfassung wird.'],
    lead: 'Jeder Teil wird für sich zusammengefasst, dann alle gemeinsam, und Sie können jedem Schritt folgen.',
  },

  broken: {
    title: 'Diese Seite ist stehen geblieben',
    text: 'Darin ist etwas schiefgegangen. Ihre Dokumente sind auf dem Server sicher: Laden Sie die Seite neu.',
  },
  missingPart: 'Ein Teil dieser Seite war nicht zu holen: Das Netz ist weg, oder der Server hat eine neuere Seite.',

  notFound: { title: 'Hier ist nichts', text: 'Zu dieser Adresse gehört keine Seite.' },

  connection: {
    region: 'Verbindung',
    label: (connection: Connection): string =>
      ({ connecting: 'Verbindet', live: 'Live', waiting: 'Nicht live', ended: 'Aktuell' })[connection.kind],
    interruptions,
    refused: 'Der Server hat andere Daten als diese Seite. Laden Sie die Seite neu, um sie zu sehen.',
    retryIn: (seconds: number): string =>
      seconds > 0 ? `Neuer Versuch in ${seconds} s.` : 'Neuer Versuch läuft gerade.',
    tryNow: 'Jetzt versuchen',
  },

  model: {
    label: 'Modell',
    builtin: 'Eingebaute Zusammenfassung',
    builtinNote: 'Wählt die aussagekräftigsten Sätze aus. Nichts verlässt diesen Server.',
    remoteNote: (provider: string): string => `Der Text der Dokumente wird an ${provider} gesendet.`,
    hintLabel: 'Tipp',
    outage: (since: Date): string =>
      `Das Sprachmodell antwortet seit ${formatTime(since)} Uhr nicht. ` +
      'Dokumente warten, nichts geht verloren, und sie gehen von selbst weiter, sobald es wieder antwortet.',
    providers: {
      openai: 'OpenAI',
      anthropic: 'Anthropic',
      gemini: 'Gemini',
      mistral: 'Mistral',
      bedrock: 'Amazon Bedrock',
      ollama: 'Ollama',
    },
  },

  intake: {
    region: 'Dokumente hinzufügen',
    drop: 'Dateien hier ablegen',
    choose: 'oder auswählen',
    dropAnywhere: 'Zum Zusammenfassen ablegen',
    kinds: (maxBytes: number | undefined): string =>
      `PDF, Word, OpenDocument, RTF, HTML, Markdown oder reiner Text${maxBytes ? `, bis ${formatBytes(maxBytes)}` : ''}`,
    samples: 'Nichts zur Hand? Versuchen Sie es mit einem Beispiel:',
    failingSamples: 'Und Beispiele dafür, was schiefgehen kann:',
    sampleKinds: {
      completed: 'Ein kurzer Bericht',
      encrypted: 'Ein PDF mit Kennwort',
      'no-text': 'Ein Scan ohne Text',
      poisoned: 'Ein Dokument, das die Arbeit anhält',
    },
    orPaste: 'oder Text einfügen',
    pasteLabel: 'Text zum Zusammenfassen',
    pastePlaceholder: 'Text hier einfügen oder schreiben …',
    submitText: 'Text zusammenfassen',
    sending: 'Wird gesendet …',
    textMissing: 'Fügen Sie zuerst etwas Text ein.',
    pastedName: 'Eingefügter Text',
    options: 'Einstellungen',
    length: 'Länge',
    lengths: { short: 'Kurz', medium: 'Mittel', long: 'Lang' },
    lengthHints: { short: 'etwa 60 Wörter', medium: 'etwa 150 Wörter', long: 'etwa 400 Wörter' },
    language: 'Sprache',
    languageAuto: 'Wie im Dokument',
    focus: 'Schwerpunkt',
    focusOptional: 'freiwillig',
    focusPlaceholder: 'etwa Kosten und Fristen',
  },

  uploads: {
    title: 'Hochgeladene Dateien',
    waiting: 'Wartet',
    sending: (percent: number): string => `${percent} %`,
    checking: 'Wird geprüft …',
    progress: (name: string): string => `Stand von ${name}`,
    stop: (name: string): string => `Hochladen von ${name} abbrechen`,
    dismiss: (name: string): string => `${name} ausblenden`,
    retry: (name: string): string => `${name} noch einmal versuchen`,
    sent: (sent: number, total: number): string => `${formatNumber(sent)} von ${formatNumber(total)} gesendet`,
    added: (accepted: number, refused: number): string =>
      [
        accepted > 0 && `${plural(accepted, 'Datei', 'Dateien')} unterwegs`,
        refused > 0 && `${plural(refused, 'Datei', 'Dateien')} abgelehnt`,
      ]
        .filter(Boolean)
        .join(', '),
    refused: (name: string): string => `${name} wurde abgelehnt`,
    refusals: (maxBytes: number | undefined) => ({
      empty: 'Diese Datei ist leer.',
      'too-large': `Diese Datei ist größer, als dieser Server annimmt${maxBytes ? ` (${formatBytes(maxBytes)})` : ''}.`,
      'unsupported-type':
        'Diese Art von Datei kann hier nicht gelesen werden. PDF, Word, OpenDocument, RTF, HTML, Markdown und reiner Text schon.',
      folder: 'Das ist ein Ordner. Legen Sie stattdessen die Dateien darin ab.',
    }),
  },

  list: {
    title: 'Dokumente',
    empty: 'Noch nichts da. Ihre Dokumente erscheinen hier, die neuesten zuerst.',
    loading: 'Die Liste wird gelesen …',
    more: 'Mehr zeigen',
    failed: 'Die Liste kann gerade nicht gelesen werden.',
    remove: (name: string): string => `${name} löschen`,
    filter: 'Dokumente finden',
    search: 'Nach Namen suchen',
    status: 'Stand',
    anyStatus: 'Jeder Stand',
    sort: 'Reihenfolge',
    sorts: { newest: 'Neueste zuerst', oldest: 'Älteste zuerst' },
    nothingFound: 'Kein Dokument passt.',
    clear: 'Alle zeigen',
    found: (count: number, more: boolean): string =>
      `${more ? 'mehr als ' : ''}${plural(count, 'Dokument', 'Dokumente')} gefunden`,
  },

  status: {
    queued: 'Wartet',
    processing: 'In Arbeit',
    completed: 'Fertig',
    failed: 'Gescheitert',
    cancelled: 'Abgebrochen',
  } satisfies Record<Status, string>,

  stages: {
    label: 'Ablauf',
    names: {
      store: 'Speichern',
      queue: 'Warten',
      extract: 'Lesen',
      split: 'Teilen',
      summarize: 'Kürzen',
      combine: 'Vereinen',
    } satisfies Record<Stage, string>,
    states: {
      done: 'erledigt',
      active: 'läuft',
      waiting: 'kommt noch',
      failed: 'hier gescheitert',
      cancelled: 'hier abgebrochen',
    },
    now: {
      store: 'Das Original wird gespeichert',
      queue: 'Wartet auf einen freien Arbeiter',
      extract: 'Der Text wird gelesen',
      split: 'Der Text wird in Teile geteilt',
      summarize: 'Die Teile werden zusammengefasst',
      combine: 'Die Teile werden zu einer Zusammenfassung vereint',
    } satisfies Record<Stage, string>,
    pageOf: (done: number, total: number | null): string =>
      total === null ? `Seite ${formatNumber(done)}` : `Seite ${formatNumber(done)} von ${formatNumber(total)}`,
    partsOf: (done: number, total: number): string => `${formatNumber(done)} von ${formatNumber(total)}`,
    pages: (count: number): string => plural(count, 'Seite', 'Seiten'),
    parts: (count: number): string => plural(count, 'Teil', 'Teile'),
  },

  progress: {
    label: 'Fortschritt',
    percent: (percent: number): string => `${percent} %`,
    left: (seconds: number): string => {
      if (seconds < 0) return 'dauert länger als erwartet';
      if (seconds <= 5) return 'noch wenige Sekunden';
      if (seconds < 60) return `noch etwa ${Math.ceil(seconds / 5) * 5} s`;
      return `noch etwa ${formatDuration(Math.ceil(seconds / 60) * 60)}`;
    },
    waiting: ({ count, parts, reason, seconds, outage }: Waiting): string => {
      const why = {
        'rate-limited': 'das Modell um eine Pause gebeten hat',
        timeout: 'das Modell zu lange gebraucht hat',
        'server-error': 'das Modell einen Fehler hatte',
        connection: 'das Modell nicht erreichbar war',
      }[reason];
      const what = parts ? plural(count, 'Teil wartet', 'Teile warten') : 'Das Vereinen wartet';
      if (outage) {
        return `${count === 0 ? 'Die Arbeit wartet' : what}, weil ${why}. Es geht von selbst weiter, sobald es kann.`;
      }
      if (count === 0) return `Neuer Versuch läuft, weil ${why}.`;
      return `${what}; ${count > 1 && parts ? 'der erste wird' : 'neuer Versuch'} in ${seconds} s${
        count > 1 && parts ? ' erneut versucht' : ''
      }, weil ${why}.`;
    },
    took: (seconds: number): string => `Fertig nach ${formatDuration(seconds)}`,
    finishedAt: (moment: string): string => `Fertig am ${moment}`,
    announce: (name: string, what: string): string => `${name}: ${what}`,
  },

  document: {
    loading: 'Das Dokument wird gelesen …',
    unreachableTitle: 'Der Server ist nicht erreichbar',
    unreachable: 'Er wird immer wieder gefragt; diese Seite geht von selbst weiter.',
    unknownTitle: 'Dieses Dokument ist nicht hier',
    unknown: 'Es wurde gelöscht, oder die Adresse ist falsch.',
    deletedTitle: 'Dieses Dokument wurde gelöscht',
    deleted: 'Das Original, die Zusammenfassung und alle Teile sind weg.',
    problemTitle: 'Dieses Dokument kann nicht gezeigt werden',
    added: (ago: string): string => `${ago} hinzugefügt`,
    attempt: (attempt: number): string => `Versuch ${attempt}`,
    actions: 'Aktionen',
    original: 'Original',
    retry: 'Noch einmal versuchen',
    stop: 'Abbrechen',
    remove: 'Löschen',
    warnings: (count: number): string => (count === 1 ? 'Ein Hinweis' : `${formatNumber(count)} Hinweise`),
    warningPages: (pages: string): string => `Seiten: ${pages}`,
    cancelled:
      'Abgebrochen. Was schon fertig ist, bleibt erhalten; mit einem neuen Versuch geht es von dort aus weiter.',
    details: 'Einzelheiten',
    detail: {
      length: 'Länge',
      language: 'Sprache',
      focus: 'Schwerpunkt',
      model: 'Modell',
      calls: 'Aufrufe des Modells',
      tokens: 'Token hinein / heraus',
      cost: 'Kosten',
      started: 'Begonnen',
      finished: 'Beendet',
      id: 'Kennung',
    },
  },

  summary: {
    title: 'Zusammenfassung',
    copy: 'Kopieren',
    copied: 'Kopiert',
    copyFailed: 'Kopieren ist hier nicht erlaubt',
    print: 'Drucken',
    exports: 'Zusammenfassung herunterladen:',
    formats: { md: 'Markdown', txt: 'Text', docx: 'Word', pdf: 'PDF', json: 'JSON' },
  },

  chunks: {
    title: 'Teile',
    count: (done: number, total: number): string => `${formatNumber(done)} von ${formatNumber(total)} zusammengefasst`,
    name: (index: number): string => `Teil ${formatNumber(index + 1)}`,
    pages: (first: number, last: number | null): string =>
      last === null || first === last ? `Seite ${first}` : `Seiten ${first}–${last}`,
    pending: 'Noch nicht zusammengefasst',
    stopped: 'Nicht zusammengefasst',
    text: 'Text',
    loading: 'Die Teile werden gesetzt …',
    goTo: 'Gehe zu Teil',
    go: 'Los',
  },

  source: {
    label: (words: string): string => words.replace(/^pp?\. (?=\d)/, 'S. ').replace(/^part (?=\d)/, 'Teil '),
    refers: (index: number): string => ` (Quelle: Teil ${formatNumber(index + 1)})`,
    of: (total: number): string => `von ${formatNumber(total)}`,
    previous: 'Teil davor',
    next: 'Nächster Teil',
    text: 'Text dieses Teils',
    loading: 'Der Text wird gelesen …',
    shown: (index: number, total: number, page: number | null): string =>
      `Teil ${formatNumber(index + 1)} von ${formatNumber(total)}${page === null ? '' : `, Seite ${page}`}`,
    openPage: (page: number): string => `Seite ${page} im Original`,
  },

  remove: {
    title: 'Dieses Dokument löschen?',
    text: (name: string): string =>
      `„${name}“, das Original, die Zusammenfassung und alle Teile werden gelöscht. Das lässt sich nicht rückgängig machen.`,
    confirm: 'Löschen',
    keep: 'Behalten',
  },

  failures: {
    encrypted: {
      title: 'Dieses Dokument ist mit einem Kennwort gesperrt',
      advice: 'Speichern Sie eine Kopie ohne Kennwort und legen Sie diese hier ab.',
    },
    'no-text': {
      title: 'In diesem Dokument ist kein Text',
      advice: 'Ist es ein Scan, lassen Sie zuerst eine Texterkennung (OCR) laufen und legen Sie das Ergebnis hier ab.',
    },
    corrupt: {
      title: 'Diese Datei ist beschädigt',
      advice: 'Öffnen Sie sie in dem Programm, aus dem sie stammt, speichern Sie sie neu und legen Sie diese hier ab.',
    },
    'too-complex': {
      title: 'Dieses Dokument ist zu groß oder zu tief verschachtelt',
      advice: 'Teilen Sie es in kleinere Dokumente und legen Sie diese hier ab.',
    },
    'extraction-timeout': {
      title: 'Das Lesen dieses Dokuments hat zu lange gedauert',
      advice: 'Speichern Sie es in einem anderen Format oder in kleineren Stücken und legen Sie diese hier ab.',
    },
    'llm-unavailable': {
      title: 'Das Modell war nicht erreichbar',
      advice: 'Versuchen Sie es in einigen Minuten noch einmal. Fertige Teile bleiben erhalten.',
    },
    'llm-rate-limited': {
      title: 'Das Kontingent des Modells ist verbraucht',
      advice:
        'Versuchen Sie es später noch einmal oder bitten Sie den Betreiber, die Grenze anzuheben. Fertige Teile bleiben erhalten.',
    },
    'llm-auth': {
      title: 'Das Modell hat den Schlüssel dieses Servers nicht angenommen',
      advice: 'Bitten Sie den Betreiber, den Schlüssel zu prüfen, und versuchen Sie es dann noch einmal.',
    },
    'llm-refused': {
      title: 'Das Modell hat es abgelehnt, diesen Text zusammenzufassen',
      advice:
        'Wählen Sie ein anderes Dokument, oder versuchen Sie es noch einmal, sobald der Server ein anderes Modell nutzt.',
    },
    'storage-unavailable': {
      title: 'Das Original konnte nicht gelesen werden',
      advice: 'Versuchen Sie es in einigen Minuten noch einmal.',
    },
    poisoned: {
      title: 'Dieses Dokument hat die Arbeit immer wieder angehalten',
      advice: 'Bitten Sie den Betreiber, in das Protokoll zu sehen, und versuchen Sie es dann noch einmal.',
    },
    internal: {
      title: 'Auf dem Server ist etwas schiefgegangen',
      advice: 'Versuchen Sie es noch einmal; passiert es wieder, sagen Sie es dem Betreiber.',
    },
  } satisfies Messages['failures'],
  failureFallback: { title: 'Dieses Dokument ist gescheitert', advice: 'Sagen Sie es dem Betreiber.' },
  chooseAnother: 'Andere Datei wählen',
  copyDetails: 'Einzelheiten kopieren',

  problems: {
    unreachable: 'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
    'too-large': 'Diese Datei ist größer, als dieser Server annimmt.',
    'unsupported-type': 'Diese Art von Datei kann hier nicht gelesen werden.',
    'empty-document': 'Darin ist kein Text.',
    'forbidden-origin': 'Diese Seite wurde unter einer Adresse geöffnet, die der Server nicht annimmt.',
    'not-found': 'Dieses Dokument ist nicht mehr hier.',
    'bad-request': 'Der Server hat das nicht verstanden. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    'idempotency-mismatch': 'Unter diesem Vorgang wurde schon etwas anderes gesendet. Legen Sie die Datei neu ab.',
    'not-finished': 'Die Zusammenfassung ist noch nicht fertig.',
    'not-cancellable': 'Es ist schon zu Ende.',
    'not-retryable': 'Es kann nicht noch einmal versucht werden.',
    unavailable: 'Der Speicher des Servers ist gerade nicht da. Versuchen Sie es bald noch einmal.',
    'in-progress': 'Dasselbe wird gerade noch hochgeladen. Versuchen Sie es gleich noch einmal.',
  },
  problemFallback: 'Das hat nicht geklappt. Versuchen Sie es noch einmal.',
};
