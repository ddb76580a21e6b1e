import { unreachable } from '../../../api/http';
import type { Sample } from '../../../api/types';

/** A document to try the page with, as if it came from the reader's own disk. */
export async function getSample({ file, title }: Sample): Promise<File> {
  const response = await fetch(file).catch(() => null);
  if (!response?.ok) throw unreachable();
  const bytes = await response.blob();
  return new File([bytes], title, { type: bytes.type });
}
