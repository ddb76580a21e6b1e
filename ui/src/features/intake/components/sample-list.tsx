import { useMutation } from '@tanstack/react-query';
import type { Sample } from '../../../api/types';
import { PageIcon } from '../../../components/icons';
import { messages, problemText } from '../../../messages';
import { getSample } from '../api/get-sample';
import { useOptions } from '../use-options';
import { useUploads } from '../use-uploads';
import styles from './intake.module.css';

/** Documents to try it with, one click away; they take the way that every file takes. */
export function SampleList({ samples }: { samples: Sample[] | undefined }) {
  const { add } = useUploads();
  const [options] = useOptions();
  const fetching = useMutation({ mutationFn: getSample, onSuccess: (file) => add([file], options) });
  // Its place, until it is known which there are.
  if (!samples) {
    return (
      <div className={styles.samples} data-loading aria-hidden="true">
        <span>{messages.intake.samples}</span>
        <ul />
      </div>
    );
  }
  if (samples.length === 0) return null;
  return (
    <div className={styles.samples} data-testid="samples">
      <span id="samples-title">{messages.intake.samples}</span>
      <ul aria-labelledby="samples-title">
        {samples.map((sample) => (
          <li key={sample.file}>
            <button
              type="button"
              className="button"
              data-size="small"
              data-testid="sample"
              // Not `disabled`: the focus would be lost.
              aria-disabled={fetching.isPending}
              onClick={() => !fetching.isPending && fetching.mutate(sample)}
            >
              <PageIcon size={16} />
              {messages.intake.sampleKinds[sample.shows] ?? sample.title}
            </button>
          </li>
        ))}
      </ul>
      {fetching.isError && (
        <p className={styles.problem} role="alert">
          {problemText(fetching.error)}
        </p>
      )}
    </div>
  );
}
