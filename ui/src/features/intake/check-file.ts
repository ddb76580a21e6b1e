import type { Settings } from '../../api/types';

export type Refusal = 'empty' | 'too-large' | 'unsupported-type' | 'folder';

type Limits = Pick<Settings, 'maxUploadBytes' | 'mediaTypes' | 'refusedExtensions'>;

/** What the browser can know before it sends a byte; null when the server should see the file. */
export function checkFile(
  file: Pick<File, 'size' | 'type'> & { name?: string },
  settings: Limits | undefined,
): Refusal | null {
  if (file.size === 0) return 'empty';
  if (!settings) return null;
  if (file.size > settings.maxUploadBytes) return 'too-large';
  const ending = /\.([^.]+)$/.exec(file.name ?? '')?.[1]?.toLowerCase();
  if (ending && settings.refusedExtensions?.includes(ending)) return 'unsupported-type';
  // Only what can never be text: the type a browser guesses from a name is otherwise worth little.
  const hopeless = /^(image|audio|video|font)\//.test(file.type) && !settings.mediaTypes.includes(file.type);
  return hopeless ? 'unsupported-type' : null;
}
