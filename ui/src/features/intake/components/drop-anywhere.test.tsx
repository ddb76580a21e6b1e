import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { navigate } from '../../../lib/router';
import { defaultOptions, type IntakeOptions } from '../intake-options';
import { DropAnywhere } from './drop-anywhere';

const uploads = vi.hoisted(() => ({ add: vi.fn<(files: File[], options: IntakeOptions) => void>() }));
vi.mock('../use-uploads', () => ({ useUploads: () => uploads }));
vi.mock('../use-options', () => ({ useOptions: () => [{ ...defaultOptions, length: 'long', focus: 'costs' }] }));

afterEach(cleanup);

it.each([
  ['/', 'costs'],
  ['/documents/a', ''],
])('what is dropped at %s has the focus %j, and the length that was chosen', (path, focus) => {
  render(<DropAnywhere />);
  act(() => navigate(path));
  const file = new File(['a'], 'a.txt');
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], items: [], files: [file] } });
  expect(uploads.add.mock.lastCall?.slice(0, 2)).toEqual([[file], { ...defaultOptions, length: 'long', focus }]);
});
