import { describe, expect, it } from 'vitest';
import { chunk, documentOf, historyOf, randomOf, shuffled, snapshotsOf } from '../test/history';
import { chunksOf, lacksChunks } from './chunks';
import { type DocumentState, emptyState, type Input, reduce } from './document-reducer';

const inBatches = (inputs: Input[], random: () => number): DocumentState => {
  let state = emptyState;
  for (let at = 0; at < inputs.length;) {
    const size = 1 + Math.floor(random() * 7);
    state = reduce(state, inputs.slice(at, at + size));
    at += size;
  }
  return state;
};

/** What a page shows of a state; two states that agree here look the same. */
const shown = (state: DocumentState) => ({
  view: state.view,
  activity: state.activity,
  chunks: chunksOf(state),
  lacks: lacksChunks(state),
});

const event = (history: ReturnType<typeof historyOf>): Input[] =>
  history.map((each) => ({ kind: 'event', event: each }));

describe('any order of the same news', () => {
  const stories = {
    'a document that completes': historyOf({ chunks: 12 }),
    'one that fails and is tried again': historyOf({ chunks: 9, failAfter: 4, retry: true }),
    'one that is cancelled': historyOf({ chunks: 6, cancelAfter: 3 }),
    'one that was taken over and had to wait': historyOf({ chunks: 7, resumeAfter: 2, waitAfter: 3, warning: true }),
  };

  it.each(Object.entries(stories))(
    '%s ends the same, live or shuffled, with duplicates and snapshots',
    (_, history) => {
      for (let seed = 1; seed <= 150; seed++) {
        const random = randomOf(seed);
        const snapshots = snapshotsOf(history).filter(() => random() < 0.2);
        const inputs = [...event(history), ...snapshots];
        const expected = shown(inBatches(inputs, random));
        const twice = shuffled([...inputs, ...inputs.filter(() => random() < 0.5)], random);
        expect(shown(inBatches(twice, random)), `seed ${seed}`).toEqual(expected);
      }
    },
  );

  it.each(Object.entries(stories))('%s: events alone agree with the server at every point', (_, history) => {
    for (const snapshot of snapshotsOf(history)) {
      if (snapshot.kind !== 'snapshot') continue;
      const live = reduce(emptyState, event(history.filter((each) => each.seq <= snapshot.document.lastSeq)));
      const { chunks, ...document } = snapshot.document;
      expect(live.view).toEqual(document);
      const summaries = chunksOf(live).map(({ status, summary }) => ({ status, summary }));
      expect(summaries).toEqual(chunks!.map(({ status, summary }) => ({ status, summary })));
    }
  });

  it.each(Object.entries(stories))(
    '%s: reopening anywhere and following from there ends like having stayed',
    (_, history) => {
      const stayed = reduce(emptyState, event(history));
      for (const snapshot of snapshotsOf(history)) {
        if (snapshot.kind !== 'snapshot') continue;
        const reopened = reduce(
          reduce(emptyState, [snapshot]),
          event(history.filter((each) => each.seq > snapshot.document.lastSeq)),
        );
        expect(reopened.view).toEqual(stayed.view);
        expect(chunksOf(reopened).map(({ summary }) => summary)).toEqual(
          chunksOf(stayed).map(({ summary }) => summary),
        );
      }
    },
  );
});

describe('a gap', () => {
  const history = historyOf({ chunks: 3 });

  it('holds back what lies beyond it, and goes on when it closes', () => {
    const missing = history[3]!;
    const before = reduce(emptyState, event(history.filter((each) => each !== missing)));
    expect(before.view?.lastSeq).toBe(missing.seq - 1);
    const after = reduce(before, event([missing]));
    expect(after.view?.lastSeq).toBe(history.length);
    expect(after.view?.status).toBe('completed');
  });

  it('is closed by a newer snapshot too', () => {
    const before = reduce(emptyState, event(history.filter((each) => each.seq !== 3)));
    const after = reduce(before, [{ kind: 'snapshot', document: documentOf(history.slice(0, 5)) }]);
    expect(after.view?.lastSeq).toBe(history.length);
  });
});

describe('what is no news', () => {
  it('leaves the very same state', () => {
    const history = historyOf({ chunks: 4 });
    const state = reduce(emptyState, event(history));
    expect(reduce(state, event(history))).toBe(state);
    expect(reduce(state, [])).toBe(state);
  });

  it('an older snapshot does not take anything back', () => {
    const history = historyOf({ chunks: 4 });
    const state = reduce(emptyState, [...event(history), { kind: 'snapshot', document: documentOf(history) }]);
    const later = reduce(state, [{ kind: 'snapshot', document: documentOf(history.slice(0, 6)) }]);
    expect(later.view).toEqual(state.view);
    expect(chunksOf(later)).toEqual(chunksOf(state));
  });
});

describe('chunks that only HTTP can tell', () => {
  const history = historyOf({ chunks: 5 });
  const upTo = history.findIndex((each) => each.type === 'chunk-summarized') + 2;

  it('are missed after a snapshot without them', () => {
    const { chunks: _, ...bare } = documentOf(history.slice(0, upTo));
    const state = reduce(emptyState, [{ kind: 'snapshot', document: bare }]);
    expect(lacksChunks(state)).toBe(true);
    expect(chunksOf(state)).toHaveLength(5);
    const read = reduce(state, [{ kind: 'snapshot', document: documentOf(history.slice(0, upTo)) }]);
    expect(lacksChunks(read)).toBe(false);
    expect(chunksOf(read)[0]).toMatchObject({ status: 'done', firstPage: 1 });
  });

  it('keep their place when a summary comes first, and their summary when the place comes late', () => {
    const place = documentOf(history.slice(0, upTo - 2));
    const summary = history[upTo - 1]!;
    const one = reduce(reduce(emptyState, event([summary])), [{ kind: 'snapshot', document: place }]);
    const other = reduce(reduce(emptyState, [{ kind: 'snapshot', document: place }]), event([summary]));
    expect(one.known).toEqual(other.known);
    const index = summary.type === 'chunk-summarized' ? summary.data.index : -1;
    expect(one.known.get(index)).toMatchObject({ ...chunk(index), status: 'done', summary: `Summary ${index}` });
  });
});

describe('a document of 5,000 chunks', () => {
  const history = historyOf({ chunks: 5000 });

  it('is kept in small batches within the time of a few of its calls', () => {
    const start = performance.now();
    const state = inBatches(event(history), randomOf(1));
    const took = performance.now() - start;
    expect(chunksOf(state).every(({ status }) => status === 'done')).toBe(true);
    expect(took).toBeLessThan(4_000);
  });
});

describe('the structure of a summary', () => {
  const history = historyOf({ chunks: 2 });
  const structure = { title: 'It', paragraphs: [], keyPoints: [], language: null, prompts: {} };
  const listed: Input = { kind: 'snapshot', document: documentOf(history) };
  const read: Input = { kind: 'snapshot', document: { ...documentOf(history), structure } };
  const early: Input = {
    kind: 'snapshot',
    document: { ...documentOf(history.slice(0, 9)), structure: null },
  };

  it.each([[[listed, read]], [[read, listed]], [[early, ...event(history), read]], [[early, read, ...event(history)]]])(
    'is known once it was read, whatever else is told of the same moment',
    (inputs) => {
      for (const state of [reduce(emptyState, inputs), inBatches(inputs, randomOf(1))]) {
        expect(state.view?.structure).toEqual(structure);
      }
    },
  );

  it('of a document that has just ended is not read yet, rather than none', () => {
    const { view } = reduce(emptyState, [early, ...event(history)]);
    expect(view?.summary).toBe('The whole.');
    expect(view?.structure).toBeUndefined();
  });
});
