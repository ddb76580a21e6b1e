import type { Document } from '../../api/types';
import type { IntakeOptions } from './intake-options';

/** Where one file stands, from the drop to the end of its document. */
export type UploadState =
  | { kind: 'waiting' }
  | { kind: 'sending'; sent: number }
  | { kind: 'accepted'; document: Document }
  | { kind: 'refused'; text: string; retry: boolean };

export interface UploadItem {
  id: string;
  file: File;
  options: IntakeOptions;
  state: UploadState;
}
