import type { Messages } from './index';
import { en } from './en';

export const de: Messages = { ...en };
