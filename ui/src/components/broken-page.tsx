import { messages } from '../messages';
import { Notice } from './notice';

/** In place of a page that could not be drawn. */
export function BrokenPage() {
  return (
    <main id="content">
      <Notice testId="broken-page" title={messages.broken.title} text={messages.broken.text}>
        <button type="button" className="button" data-kind="primary" onClick={() => window.location.reload()}>
          {messages.reload}
        </button>
      </Notice>
    </main>
  );
}
