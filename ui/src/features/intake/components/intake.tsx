import type { Document, Settings } from '../../../api/types';
import { messages } from '../../../messages';
import { DropZone } from './drop-zone';
import styles from './intake.module.css';
import { OptionFields } from './option-fields';
import { PasteText } from './paste-text';
import { FailingSamples, SampleList } from './sample-list';
import { UploadTray } from './upload-tray';

interface IntakeProps {
  settings: Settings | undefined;
  /** A text became a document; `open` when nobody has gone on to something else meanwhile. */
  onAccepted: (document: Document, open: boolean) => void;
}

/** Everything that makes a document: files, text, and how it should be summarised. */
export function Intake({ settings, onAccepted }: IntakeProps) {
  return (
    <section className={styles.intake} aria-label={messages.intake.region}>
      <DropZone settings={settings} />
      <SampleList samples={settings?.samples} />
      <UploadTray />
      <PasteText onAccepted={onAccepted} />
      <OptionFields lengths={settings?.lengths} />
      <FailingSamples samples={settings?.samples} />
    </section>
  );
}
