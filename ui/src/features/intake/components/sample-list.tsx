import { useMutation } from '@tanstack/react-query';
import type { Sample } from '../../../api/types';
import { PageIcon } from '../../../components/icons';
import { PendingButton } from '../../../components/pending-button';
import { messages, problemText } from '../../../messages';
import { getSample } from '../api/get-sample';
import { useOptions } from '../use-options';
import { useUploads } from '../use-uploads';
import styles from './intake.module.css';

/** Documents to try it with, one click away; they take the way that every file takes. */
export function SampleList({ samples }: { samples: Sample[] | undefined }) {
  // Its place, until it is known which there are.
  if (!samples) {
    return (
      <div className={styles.samples} data-loading aria-hidden="true">
        <span>{messages.intake.samples}</span>
        <ul />
      </div>
    );
  }
  return (
    <Samples
      id="samples"
      title={messages.intake.samples}
      samples={samples.filter((one) => one.shows === 'completed')}
    />
  );
}

/** Those that fail, of a demonstration: below everything else, which their coming would push away. */
export function FailingSamples({ samples }: { samples: Sample[] | undefined }) {
  const failing = (samples ?? []).filter((one) => one.shows !== 'completed');
  return <Samples id="failing-samples" title={messages.intake.failingSamples} samples={failing} />;
}

function Samples({ id, title, samples }: { id: string; title: string; samples: Sample[] }) {
  const { add } = useUploads();
  const [options] = useOptions();
  const fetching = useMutation({ mutationFn: getSample, onSuccess: (file) => add([file], options) });
  if (samples.length === 0) return null;
  return (
    <div className={styles.samples} data-testid={id}>
      <span id={`${id}-title`}>{title}</span>
      <ul aria-labelledby={`${id}-title`}>
        {samples.map((sample) => (
          <li key={sample.file}>
            <PendingButton
              data-size="small"
              data-testid="sample"
              pending={fetching.isPending}
              onClick={() => fetching.mutate(sample)}
            >
              <PageIcon size={16} />
              {messages.intake.sampleKinds[sample.shows] ?? sample.title}
            </PendingButton>
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
