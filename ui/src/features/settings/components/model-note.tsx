import type { Settings } from '../../../api/types';
import { messages } from '../../../messages';

const LOCAL = new Set(['builtin', 'ollama']);

type Model = Settings['model'];

function nameOf({ provider, name }: Model): string {
  if (provider === 'builtin') return messages.model.builtin;
  return [messages.model.providers[provider] ?? provider, name].filter(Boolean).join(' · ');
}

/** Which model is at work, in a word or two. */
export function ModelName({ model }: { model: Model }) {
  return <span data-testid="model">{nameOf(model)}</span>;
}

/** Which model is at work, whether text leaves the server for it, and how to use another. */
export function ModelNote({ model }: { model: Model }) {
  const provider = messages.model.providers[model.provider] ?? model.provider;
  return (
    <>
      {messages.model.label}: <strong>{nameOf(model)}</strong>
      {'. '}
      {model.provider === 'builtin' && messages.model.builtinNote}
      {!LOCAL.has(model.provider) && messages.model.remoteNote(provider)}
      {model.hint && (
        <div data-testid="model-hint">
          {messages.model.hintLabel}: <span lang="en">{model.hint}</span>
        </div>
      )}
    </>
  );
}
