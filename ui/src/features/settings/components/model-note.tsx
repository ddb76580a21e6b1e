import type { Settings } from '../../../api/types';
import { messages } from '../../../messages';

const LOCAL = new Set(['builtin', 'ollama']);

/** Which model is at work, whether text leaves the server for it, and how to use another. */
export function ModelNote({ model }: { model: Settings['model'] }) {
  const builtin = model.provider === 'builtin';
  const provider = messages.model.providers[model.provider] ?? model.provider;
  return (
    <div data-testid="model">
      {messages.model.label}:{' '}
      <strong>{builtin ? messages.model.builtin : [provider, model.name].filter(Boolean).join(' · ')}</strong>
      {'. '}
      {builtin && messages.model.builtinNote}
      {!LOCAL.has(model.provider) && messages.model.remoteNote(provider)}
      {model.hint && (
        <div data-testid="model-hint">
          {messages.model.hintLabel}: {model.hint}
        </div>
      )}
    </div>
  );
}
