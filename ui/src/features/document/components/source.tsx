import { useEffect, useState } from 'react';
import { Boundary } from '../../../components/boundary';
import { MissingPart } from '../../../components/missing-part';
import { script, useScript } from '../../../lib/script';
import { messages } from '../../../messages';
import { closeSource } from '../close-source';
import { useKeptPlace } from '../use-kept-place';
import type { DrawerProps } from './source-drawer';
import styles from './source.module.css';

/** What shows the text of a part: only needed once a source is opened. */
export const sourceDrawer = script(() => import('./source-drawer'));

/** Stays once it was opened, so that it can close; its script is fetched with the first source at the latest. */
export function Source(props: DrawerProps) {
  useKeptPlace();
  const [wanted, setWanted] = useState(false);
  if (props.part !== null && !wanted) setWanted(true);
  return wanted ? <Opened {...props} /> : null;
}

function Opened(props: DrawerProps) {
  const { part } = props;
  const state = useScript(sourceDrawer);
  useEffect(() => {
    if (part !== null) sourceDrawer.fetch();
  }, [part]);
  const missing = part !== null && (
    <div className={styles.missing}>
      <MissingPart part={sourceDrawer}>
        <button type="button" className="button" data-kind="quiet" data-size="small" onClick={closeSource}>
          {messages.close}
        </button>
      </MissingPart>
    </div>
  );
  if (state.kind === 'missing') return missing;
  if (state.kind === 'fetching') return null;
  const { default: SourceDrawer } = state.value;
  return (
    <Boundary fallback={missing}>
      <SourceDrawer {...props} />
    </Boundary>
  );
}
