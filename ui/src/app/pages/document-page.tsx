import type { Document, Settings } from '../../api/types';
import { Notice } from '../../components/notice';
import { DocumentView } from '../../features/document/components/document-view';
import { useDocument } from '../../features/document/use-document';
import { isEnded } from '../../domain/apply-event';
import { homePath, Link } from '../../lib/router';
import { messages, problemText } from '../../messages';

interface PageProps {
  id: string;
  settings: Settings | undefined;
  /** What the list knows of it already, shown until its own answer is there. */
  seed: Document | undefined;
  /** Asks whether to delete it. */
  onDelete: (document: Document) => void;
}

export function DocumentPage({ id, settings, seed, onDelete }: PageProps) {
  const { state, gone, problem, learn } = useDocument(id, settings?.webSocketUrl, seed);
  const document = state.view;
  const text = messages.document;

  if (gone) {
    const deleted = gone === 'deleted';
    return (
      <Notice
        testId="error"
        title={deleted ? text.deletedTitle : text.unknownTitle}
        text={deleted ? text.deleted : text.unknown}
      >
        <Link href={homePath} className="button" data-kind="primary">
          {messages.newDocument}
        </Link>
      </Notice>
    );
  }
  if (!document) {
    if (!problem) {
      return (
        <p role="status" data-loading>
          {text.loading}
        </p>
      );
    }
    return problem.passing ? (
      <Notice testId="error" title={text.unreachableTitle} text={text.unreachable} />
    ) : (
      <Notice testId="error" title={text.problemTitle} text={problemText(problem)} />
    );
  }
  const percent = isEnded(document) ? '' : `${messages.progress.percent(document.progress.percent)} · `;
  return (
    <>
      <title>{`${percent}${document.name}`}</title>
      <DocumentView document={document} state={state} onChanged={learn} onDelete={() => onDelete(document)} />
    </>
  );
}
