import type { DocumentError, Stage, Status } from '../api/types';
import type { Waiting } from '../domain/waiting';
import { formatBytes, formatDuration, formatNumber, formatTime } from '../lib/format';
import type { Connection, Interruption } from '../live/connection';

const plural = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

const interruptions: Record<Interruption, string> = {
  offline: 'You are offline. What you see may be old; it catches up as soon as you are back.',
  unreachable: 'The server cannot be reached. It is asked again every second, and nothing is missed.',
  lost: 'The live connection was lost. Nothing is missed: it goes on where it stopped.',
  restarting: 'The server is restarting. The work goes on where it was.',
  slow: 'This device could not keep up and is catching up.',
};

export interface ErrorText {
  title: string;
  advice: string;
}

/** Everything the page says, in one place. */
export const en = {
  product: 'Document Pipeline',
  skipToContent: 'Skip to the content',
  close: 'Close',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  reload: 'Reload the page',
  newDocument: 'New document',
  allDocuments: 'All documents',
  pageLanguage: 'Language of this page',

  home: {
    title: ['Drop a document.', 'Watch it become a summary.'],
    lead: 'Every part is summarised on its own, then all of them together, and you can follow each step.',
  },

  broken: {
    title: 'This page stopped',
    text: 'Something in it went wrong. Your documents are safe on the server: load the page again.',
  },
  missingPart: 'A part of this page could not be fetched: the network is away, or the server has a newer page.',

  notFound: { title: 'There is nothing here', text: 'This address does not belong to a page.' },

  connection: {
    region: 'Connection',
    label: (connection: Connection): string =>
      ({ connecting: 'Connecting', live: 'Live', waiting: 'Not live', ended: 'Up to date' })[connection.kind],
    interruptions,
    refused: 'The server has other data than this page. Reload the page to see it.',
    retryIn: (seconds: number): string => (seconds > 0 ? `Trying again in ${seconds} s.` : 'Trying again now.'),
    tryNow: 'Try now',
  },

  model: {
    label: 'Model',
    builtin: 'Built-in summariser',
    builtinNote: 'Picks the most telling sentences. Nothing leaves this server.',
    remoteNote: (provider: string): string => `Document text is sent to ${provider}.`,
    hintLabel: 'Tip',
    outage: (since: Date): string =>
      `The language model has not answered since ${formatTime(since)}. ` +
      'Documents wait, nothing is lost, and they go on by themselves as soon as it does.',
    providers: {
      openai: 'OpenAI',
      anthropic: 'Anthropic',
      gemini: 'Gemini',
      mistral: 'Mistral',
      bedrock: 'Amazon Bedrock',
      ollama: 'Ollama',
    } as Record<string, string>,
  },

  intake: {
    region: 'Add documents',
    drop: 'Drop files here',
    choose: 'or choose them',
    dropAnywhere: 'Drop to summarise',
    kinds: (maxBytes: number | undefined): string =>
      `PDF, Word, OpenDocument, RTF, HTML, Markdown or plain text${maxBytes ? `, up to ${formatBytes(maxBytes)}` : ''}`,
    samples: 'Nothing at hand? Try it with a sample:',
    failingSamples: 'And samples of what can go wrong:',
    /** What there is to try, by what it shows. */
    sampleKinds: {
      completed: 'A short report',
      encrypted: 'A locked PDF',
      'no-text': 'A scan without text',
      poisoned: 'A document that stops the work',
    } as Record<string, string>,
    orPaste: 'or paste text',
    pasteLabel: 'Text to summarise',
    pastePlaceholder: 'Paste or type text here …',
    submitText: 'Summarise text',
    sending: 'Sending …',
    textMissing: 'Paste or type some text first.',
    pastedName: 'Pasted text',
    options: 'Options',
    length: 'Length',
    lengths: { short: 'Short', medium: 'Medium', long: 'Long' } as Record<string, string>,
    lengthHints: { short: 'about 60 words', medium: 'about 150 words', long: 'about 400 words' } as Record<
      string,
      string
    >,
    language: 'Language',
    languageAuto: 'As in the document',
    focus: 'Focus',
    focusOptional: 'optional',
    focusPlaceholder: 'costs and deadlines, say',
  },

  uploads: {
    title: 'Uploads',
    waiting: 'Waiting',
    sending: (percent: number): string => `${percent} %`,
    checking: 'Checking …',
    progress: (name: string): string => `Upload of ${name}`,
    stop: (name: string): string => `Stop the upload of ${name}`,
    dismiss: (name: string): string => `Dismiss ${name}`,
    retry: (name: string): string => `Try ${name} again`,
    sent: (sent: number, total: number): string => `${formatNumber(sent)} of ${formatNumber(total)} sent`,
    added: (accepted: number, refused: number): string =>
      [
        accepted > 0 && `${plural(accepted, 'file', 'files')} on the way`,
        refused > 0 && `${plural(refused, 'file', 'files')} refused`,
      ]
        .filter(Boolean)
        .join(', '),
    refused: (name: string): string => `${name} was refused`,
    /** Why a file is not sent at all. */
    refusals: (maxBytes: number | undefined) => ({
      empty: 'This file is empty.',
      'too-large': `This file is larger than this server takes${maxBytes ? ` (${formatBytes(maxBytes)})` : ''}.`,
      'unsupported-type':
        'This kind of file cannot be read here. PDF, Word, OpenDocument, RTF, HTML, Markdown and plain text can.',
      folder: 'This is a folder. Drop the files in it instead.',
    }),
  },

  list: {
    title: 'Documents',
    empty: 'Nothing here yet. Your documents will appear here, newest first.',
    loading: 'Reading the list …',
    more: 'Show more',
    failed: 'The list cannot be read right now.',
    remove: (name: string): string => `Delete ${name}`,
    filter: 'Find documents',
    search: 'Search by name',
    status: 'Status',
    anyStatus: 'Any status',
    sort: 'Order',
    sorts: { newest: 'Newest first', oldest: 'Oldest first' },
    nothingFound: 'No document fits.',
    clear: 'Show all',
    found: (count: number, more: boolean): string =>
      more
        ? `more than ${plural(count, 'document', 'documents')} found`
        : `${plural(count, 'document', 'documents')} found`,
  },

  status: {
    queued: 'Waiting',
    processing: 'Working',
    completed: 'Done',
    failed: 'Failed',
    cancelled: 'Cancelled',
  } satisfies Record<Status, string>,

  stages: {
    label: 'Pipeline',
    names: {
      store: 'Store',
      queue: 'Queue',
      extract: 'Extract',
      split: 'Split',
      summarize: 'Summarise',
      combine: 'Combine',
    } satisfies Record<Stage, string>,
    states: {
      done: 'done',
      active: 'in progress',
      waiting: 'to come',
      failed: 'failed here',
      cancelled: 'cancelled here',
    },
    now: {
      store: 'Saving the original',
      queue: 'Waiting for a free worker',
      extract: 'Reading the text',
      split: 'Splitting into parts',
      summarize: 'Summarising the parts',
      combine: 'Combining the parts into one summary',
    } satisfies Record<Stage, string>,
    pageOf: (done: number, total: number | null): string =>
      total === null ? `page ${formatNumber(done)}` : `page ${formatNumber(done)} of ${formatNumber(total)}`,
    partsOf: (done: number, total: number): string => `${formatNumber(done)} of ${formatNumber(total)}`,
    pages: (count: number): string => plural(count, 'page', 'pages'),
    parts: (count: number): string => plural(count, 'part', 'parts'),
  },

  progress: {
    label: 'Progress',
    percent: (percent: number): string => `${percent} %`,
    left: (seconds: number): string => {
      if (seconds < 0) return 'taking longer than expected';
      if (seconds <= 5) return 'a few seconds left';
      if (seconds < 60) return `about ${Math.ceil(seconds / 5) * 5} s left`;
      return `about ${formatDuration(Math.ceil(seconds / 60) * 60)} left`;
    },
    waiting: ({ count, parts, reason, seconds, outage }: Waiting): string => {
      const why = {
        'rate-limited': 'the model asked for a pause',
        timeout: 'the model took too long',
        'server-error': 'the model had a problem',
        connection: 'the model could not be reached',
      }[reason];
      const what = parts ? plural(count, 'part waits', 'parts wait') : 'Combining waits';
      if (outage) return `${count === 0 ? 'The work waits' : what}: ${why}. It goes on by itself as soon as it can.`;
      if (count === 0) return `Trying again now; before that, ${why}.`;
      return `${what}; ${count > 1 && parts ? 'the first' : 'it'} is tried again in ${seconds} s because ${why}.`;
    },
    took: (seconds: number): string => `Finished in ${formatDuration(seconds)}`,
    /** Of a document that was tried more than once: from the first beginning on counts the wait of people too. */
    finishedAt: (moment: string): string => `Finished on ${moment}`,
    announce: (name: string, what: string): string => `${name}: ${what}`,
  },

  document: {
    loading: 'Reading the document …',
    unreachableTitle: 'The server cannot be reached',
    unreachable: 'It is asked again every few seconds; this page goes on by itself.',
    unknownTitle: 'This document is not here',
    unknown: 'It was deleted, or the address is wrong.',
    deletedTitle: 'This document was deleted',
    deleted: 'Its original, its summary and all its parts are gone.',
    problemTitle: 'This document cannot be shown',
    added: (ago: string): string => `added ${ago}`,
    attempt: (attempt: number): string => `attempt ${attempt}`,
    actions: 'Actions',
    original: 'Original',
    retry: 'Try again',
    stop: 'Cancel',
    remove: 'Delete',
    warnings: (count: number): string => plural(count, 'thing to know', 'things to know'),
    warningPages: (pages: string): string => `Pages: ${pages}`,
    cancelled: 'Cancelled. What was done so far is kept; try again to go on from there.',
    details: 'Details',
    detail: {
      length: 'Length',
      language: 'Language',
      focus: 'Focus',
      model: 'Model',
      calls: 'Model calls',
      tokens: 'Tokens in / out',
      cost: 'Cost',
      started: 'Started',
      finished: 'Finished',
      id: 'Id',
    },
  },

  summary: {
    title: 'Summary',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Copying is not allowed here',
    print: 'Print',
    exports: 'Download the summary:',
    formats: { md: 'Markdown', txt: 'Text', docx: 'Word', pdf: 'PDF', json: 'JSON' },
  },

  chunks: {
    title: 'Parts',
    count: (done: number, total: number): string => `${formatNumber(done)} of ${formatNumber(total)} summarised`,
    name: (index: number): string => `Part ${formatNumber(index + 1)}`,
    pages: (first: number, last: number | null): string =>
      last === null || first === last ? `page ${first}` : `pages ${first}–${last}`,
    pending: 'Not summarised yet',
    stopped: 'Not summarised',
    text: 'Text',
    loading: 'Setting the parts …',
    goTo: 'Go to part',
    go: 'Go',
  },

  /** The text of the part that a sentence rests on. */
  source: {
    /** A reference's own words, which the server writes in English: `p. 3`, `pp. 3–5`, `part 4`. */
    label: (words: string): string => words,
    /** Said after a reference's own words, for who does not see where it leads. */
    refers: (index: number): string => ` (source: part ${formatNumber(index + 1)})`,
    of: (total: number): string => `of ${formatNumber(total)}`,
    previous: 'Part before',
    next: 'Next part',
    text: 'Text of this part',
    loading: 'Reading the text …',
    shown: (index: number, total: number, page: number | null): string =>
      `Part ${formatNumber(index + 1)} of ${formatNumber(total)}${page === null ? '' : `, page ${page}`}`,
    openPage: (page: number): string => `Page ${page} of the original`,
  },

  remove: {
    title: 'Delete this document?',
    text: (name: string): string =>
      `“${name}”, its original, its summary and all its parts will be gone. This cannot be undone.`,
    confirm: 'Delete',
    keep: 'Keep it',
  },

  /** Why a document failed, by the error's code: in plain words, and what to do. */
  failures: {
    encrypted: {
      title: 'This document is locked with a password',
      advice: 'Save a copy without the password and drop that one here.',
    },
    'no-text': {
      title: 'There is no text in this document',
      advice: 'If it is a scan, run text recognition (OCR) over it first, then drop the result here.',
    },
    corrupt: {
      title: 'This file is damaged',
      advice: 'Open it in the program it comes from, save it again and drop the new file here.',
    },
    'too-complex': {
      title: 'This document is too large or too deeply nested',
      advice: 'Split it into smaller documents and drop those here.',
    },
    'extraction-timeout': {
      title: 'Reading this document took too long',
      advice: 'Save it in another format or in smaller pieces and drop those here.',
    },
    'llm-unavailable': {
      title: 'The model could not be reached',
      advice: 'Try again in a few minutes. The parts that are done are kept.',
    },
    'llm-rate-limited': {
      title: 'The model’s quota is used up',
      advice: 'Try again later, or ask whoever runs this server to raise the limit. The parts that are done are kept.',
    },
    'llm-auth': {
      title: 'The model did not accept this server’s key',
      advice: 'Ask whoever runs this server to check the key, then try again.',
    },
    'llm-refused': {
      title: 'The model refused to summarise this text',
      advice: 'Choose another document, or try again once the server uses another model.',
    },
    'storage-unavailable': {
      title: 'The original could not be read',
      advice: 'Try again in a few minutes.',
    },
    poisoned: {
      title: 'This document stopped the work again and again',
      advice: 'Ask whoever runs this server to look at its log, then try again.',
    },
    internal: {
      title: 'Something went wrong on the server',
      advice: 'Try again; if it happens again, tell whoever runs this server.',
    },
  } satisfies Record<DocumentError['code'], ErrorText>,
  failureFallback: { title: 'This document failed', advice: 'Tell whoever runs this server.' } as ErrorText,
  chooseAnother: 'Choose another file',
  /** The button's text: what it copies is for whoever runs the server. */
  copyDetails: 'Copy the details',

  /** What a request was refused for, by the problem's code. The server's own sentence is used where it says more. */
  problems: {
    unreachable: 'The server cannot be reached. Check your connection and try again.',
    'too-large': 'This file is larger than this server takes.',
    'unsupported-type': 'This kind of file cannot be read here.',
    'empty-document': 'There is no text in it.',
    'forbidden-origin': 'This page was opened under an address that the server does not accept.',
    'not-found': 'This document is not here any more.',
    'bad-request': 'The server did not understand this. Reload the page and try again.',
    'idempotency-mismatch': 'Something else was sent as this upload before. Drop the file once more.',
    'not-finished': 'The summary is not finished yet.',
    'not-cancellable': 'It has already ended.',
    'not-retryable': 'It cannot be tried again.',
    unavailable: 'The server’s storage is away for a moment. Try again soon.',
    'in-progress': 'The same upload is still running. Try again in a moment.',
  } as Record<string, string>,
  problemFallback: 'That did not work. Try again.',
};
