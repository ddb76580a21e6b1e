import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { Document } from '../../../api/types';
import { randomId } from '../../../lib/random-id';
import { messages, problemText } from '../../../messages';
import { createTextDocument } from '../api/create-text-document';
import { nameOf } from '../name-of-text';
import { useOptions } from '../use-options';
import styles from './intake.module.css';

export function PasteText({ onAccepted }: { onAccepted: (document: Document) => void }) {
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const [options] = useOptions();
  const field = useRef<HTMLTextAreaElement>(null);
  const key = useRef(randomId());
  const sending = useMutation({
    mutationFn: () => createTextDocument({ name: nameOf(text), text, options, idempotencyKey: key.current }),
    onSuccess: (document) => {
      key.current = randomId();
      setText('');
      onAccepted(document);
    },
    // The same key again only where the answer may have been lost; a refused text will be another one.
    onError: (error) => {
      if (!('passing' in error && error.passing)) key.current = randomId();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setMissing(!text.trim());
    if (text.trim()) sending.mutate();
    else field.current?.focus();
  }

  function change(value: string): void {
    setText(value);
    setMissing(false);
    sending.reset();
    key.current = randomId();
  }

  const problem = missing ? messages.intake.textMissing : sending.isError ? problemText(sending.error) : null;
  return (
    <form className={styles.paste} onSubmit={submit}>
      <p className={styles.or} aria-hidden="true">
        <span>{messages.intake.orPaste}</span>
      </p>
      <label className="visually-hidden" htmlFor="paste-text">
        {messages.intake.pasteLabel}
      </label>
      <textarea
        id="paste-text"
        ref={field}
        data-testid="paste-text"
        className={styles.field}
        rows={text ? 8 : 3}
        value={text}
        placeholder={messages.intake.pastePlaceholder}
        aria-invalid={problem !== null}
        aria-describedby="paste-problem"
        onChange={(event) => change(event.target.value)}
      />
      <div className={styles.pasteFoot}>
        <p id="paste-problem" className={styles.problem} role="alert">
          {problem}
        </p>
        <button
          type="submit"
          className="button"
          data-kind={text.trim() ? 'primary' : undefined}
          data-testid="submit-text"
          disabled={sending.isPending}
        >
          {sending.isPending ? messages.intake.sending : messages.intake.submitText}
        </button>
      </div>
    </form>
  );
}
