import { beforeEach, describe, expect, it } from 'vitest';
import { checkFile } from './check-file';
import { defaultOptions, loadOptions, saveOptions } from './intake-options';
import { nameOf } from './name-of-text';

describe('a file', () => {
  const settings = { maxUploadBytes: 1000, mediaTypes: ['application/pdf', 'text/plain'], refusedExtensions: [] };

  it.each([
    [{ size: 0, type: 'application/pdf' }, 'empty'],
    [{ size: 1001, type: 'application/pdf' }, 'too-large'],
    [{ size: 10, type: 'image/png' }, 'unsupported-type'],
    [{ size: 1000, type: 'application/pdf' }, null],
    [{ size: 10, type: '' }, null],
    [{ size: 10, type: 'application/octet-stream' }, null],
  ] as const)('%o is refused before it is sent: %s', (file, refusal) => {
    expect(checkFile(file, settings)).toBe(refusal);
  });

  it.each([
    ['figures.XLSX', 'unsupported-type'],
    ['notes.v2.txt', null],
    ['README', null],
  ] as const)('%s is judged by its ending: %s', (name, refusal) => {
    const file = { size: 10, type: 'application/octet-stream', name };
    expect(checkFile(file, { ...settings, refusedExtensions: ['xlsx', 'zip'] })).toBe(refusal);
  });

  it('that is not empty goes to the server as long as its limits are unknown', () => {
    expect(checkFile({ size: 5000, type: 'image/png' }, undefined)).toBeNull();
  });
});

describe('pasted text is named', () => {
  it.each([
    ['# A  title\nand more', 'A title'],
    ['\n\n  First line\r\nsecond', 'First line'],
    ['   ', 'Pasted text'],
  ])('%j', (text, name) => expect(nameOf(text)).toBe(name));

  it('by whole words, not too long', () => {
    const name = nameOf('word '.repeat(100));
    expect(name).toMatch(/^(word )+…$/);
    expect(name.length).toBeLessThanOrEqual(62);
  });
});

describe('options', () => {
  beforeEach(() => localStorage.clear());

  it('are remembered, the focus is not', () => {
    saveOptions({ length: 'long', language: 'de', focus: 'costs' });
    expect(loadOptions()).toEqual({ length: 'long', language: 'de', focus: '' });
  });

  it('that cannot be read are the usual ones', () => {
    localStorage.setItem('document-pipeline.options', '{');
    expect(loadOptions()).toEqual(defaultOptions);
  });
});
