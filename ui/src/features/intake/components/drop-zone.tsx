import type { ChangeEvent } from 'react';
import type { Settings } from '../../../api/types';
import { UploadIcon } from '../../../components/icons';
import { messages } from '../../../messages';
import { useOptions } from '../use-options';
import { useUploads } from '../use-uploads';
import styles from './intake.module.css';

const USUAL_LIMIT = 200 * 1024 * 1024;

/** Choosing files; dropping works here and anywhere else on the page (see DropAnywhere). */
export function DropZone({ settings }: { settings: Settings | undefined }) {
  const { add } = useUploads();
  const [options] = useOptions();

  function choose({ target }: ChangeEvent<HTMLInputElement>): void {
    if (target.files?.length) add([...target.files], options);
    // So that choosing the same file once more is a change again.
    target.value = '';
  }

  return (
    <label className={styles.dropZone} data-testid="drop-zone">
      <input
        type="file"
        multiple
        className="visually-hidden"
        data-testid="file-input"
        aria-describedby="file-kinds"
        onChange={choose}
      />
      <span className={styles.dropIcon}>
        <UploadIcon size={28} />
      </span>
      <span className={styles.dropText}>
        {messages.intake.drop} <span className={styles.choose}>{messages.intake.choose}</span>
      </span>
      {/* Its place, until the limit is known: as long as with the usual one. */}
      <span className={styles.kinds} id="file-kinds" data-loading={settings ? undefined : true}>
        {messages.intake.kinds(settings?.maxUploadBytes ?? USUAL_LIMIT)}
      </span>
    </label>
  );
}
