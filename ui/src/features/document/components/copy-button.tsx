import { useEffect, useState } from 'react';
import { CheckIcon, CopyIcon } from '../../../components/icons';
import { copyText } from '../../../lib/copy-text';
import { messages } from '../../../messages';

interface CopyProps {
  text: string;
  label?: string;
  testId?: string;
}

/** Copies a text and says whether that worked. */
export function CopyButton({ text, label = messages.summary.copy, testId = 'copy' }: CopyProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2_500);
    return () => clearTimeout(timer);
  }, [state]);
  const said = { idle: '', copied: messages.summary.copied, failed: messages.summary.copyFailed }[state];
  return (
    <>
      <button
        type="button"
        className="button"
        data-size="small"
        data-testid={testId}
        onClick={() => void copyText(text).then((copied) => setState(copied ? 'copied' : 'failed'))}
      >
        {state === 'copied' ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
        {said || label}
      </button>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}
