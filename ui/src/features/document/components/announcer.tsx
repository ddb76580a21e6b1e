import { useEffect, useRef, useState } from 'react';
import type { Document } from '../../../api/types';
import { isEnded } from '../../../domain/apply-event';
import { messages } from '../../../messages';

const EVERY_PERCENT = 25;

/** Tells screen readers of each stage, each quarter and the end; what stood there on arrival is read in its place. */
export function Announcer({ document }: { document: Document }) {
  const { name, status, stage, progress } = document;
  const quarter = Math.floor(progress.percent / EVERY_PERCENT) * EVERY_PERCENT;
  const what = isEnded(document)
    ? messages.status[status]
    : `${messages.stages.now[stage]}, ${messages.progress.percent(quarter)}`;
  const first = useRef(what);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (what !== first.current) setSaid(messages.progress.announce(name, what));
  }, [name, what]);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}
