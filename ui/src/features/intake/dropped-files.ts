/** What a drop or a paste brought; folders are named apart, for as files they are empty or broken. */
export interface Dropped {
  files: File[];
  folders: ReadonlySet<File>;
}

export function droppedFiles(transfer: DataTransfer | null): Dropped {
  const folders = new Set<File>();
  const files: File[] = [];
  for (const item of transfer?.items ?? []) {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    if (!file) continue;
    files.push(file);
    if (item.webkitGetAsEntry?.()?.isDirectory) folders.add(file);
  }
  return { files: files.length > 0 ? files : [...(transfer?.files ?? [])], folders };
}

/**
 * Whether a paste is text that a field should get: what Word and Excel copy comes with a picture of it, which is no file
 * that anybody meant.
 */
export function isTextForField(target: EventTarget | null, transfer: DataTransfer | null): boolean {
  const field = target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
  return field && (transfer?.types.includes('text/plain') ?? false);
}
