import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { Document } from '../../../api/types';
import { PendingButton } from '../../../components/pending-button';
import { messages, problemText } from '../../../messages';
import { createTextDocument } from '../api/create-text-document';
import { currentDraft, type Draft, useDraft, writeDraft } from '../draft';
import type { IntakeOptions } from '../intake-options';
import { nameOf } from '../name-of-text';
import { useOptions } from '../use-options';
import styles from './intake.module.css';

interface PasteProps {
  /** A document was made of it; `open` when nobody has gone on to something else meanwhile. */
  onAccepted: (document: Document, open: boolean) => void;
}

interface Sent extends Draft {
  options: IntakeOptions;
  /** Where it was sent from. */
  path: string;
}

export function PasteText({ onAccepted }: PasteProps) {
  const { text } = useDraft();
  const [missing, setMissing] = useState(false);
  const [options] = useOptions();
  const field = useRef<HTMLTextAreaElement>(null);
  const sending = useMutation({
    mutationFn: (sent: Sent) =>
      createTextDocument({ name: nameOf(sent.text), text: sent.text, options: sent.options, idempotencyKey: sent.key }),
    onSuccess: (document, sent) => {
      const same = currentDraft().key === sent.key;
      if (same) writeDraft('');
      onAccepted(document, same && window.location.pathname === sent.path);
    },
    // The same key again only where the answer may have been lost; a refused text will be another one.
    onError: (error, sent) => {
      const lost = 'passing' in error && error.passing;
      if (!lost && currentDraft().key === sent.key) writeDraft(sent.text);
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setMissing(!text.trim());
    if (text.trim()) sending.mutate({ ...currentDraft(), options, path: window.location.pathname });
    else field.current?.focus();
  }

  function change(value: string): void {
    writeDraft(value);
    setMissing(false);
    sending.reset();
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
        <PendingButton
          type="submit"
          data-kind={text.trim() ? 'primary' : undefined}
          data-testid="submit-text"
          pending={sending.isPending}
        >
          {sending.isPending ? messages.intake.sending : messages.intake.submitText}
        </PendingButton>
      </div>
    </form>
  );
}
