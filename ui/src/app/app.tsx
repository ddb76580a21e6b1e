import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Document } from '../api/types';
import { Notice } from '../components/notice';
import { noFilter } from '../domain/list-filter';
import { insert, type ListPages, removeFromPages } from '../domain/reconcile-list';
import { ConfirmDelete } from '../features/document/components/confirm-delete';
import { deletedIds, documentsKey, documentsQuery } from '../features/documents/api/list-documents';
import { DocumentList } from '../features/documents/components/document-list';
import { DropAnywhere } from '../features/intake/components/drop-anywhere';
import { UploadTray } from '../features/intake/components/upload-tray';
import { OptionsProvider } from '../features/intake/use-options';
import { UploadsProvider } from '../features/intake/use-uploads';
import { settingsQuery } from '../features/settings/api/get-settings';
import { documentPath, homePath, Link, navigate, routeOf, usePath } from '../lib/router';
import { FeedProvider } from '../live/feed';
import { messages } from '../messages';
import { DocumentPage } from './pages/document-page';
import { HomePage } from './pages/home-page';
import { Shell } from './shell';

/** Puts the features together: which page is open, and what one feature's success means for the others. */
export function App() {
  const client = useQueryClient();
  const { data: settings } = useQuery(settingsQuery);
  const route = routeOf(usePath());
  const id = route.name === 'document' ? route.id : null;

  const [asked, setAsked] = useState<Document | null>(null);

  const accepted = useCallback(
    (document: Document, open: boolean) => {
      const { queryKey } = documentsQuery(noFilter);
      client.setQueryData<ListPages>(queryKey, (list) => list && insert(list, document));
      if (open) navigate(documentPath(document.id));
    },
    [client],
  );

  function deleted(gone: string): void {
    setAsked(null);
    deletedIds.add(gone);
    client.setQueriesData<ListPages>({ queryKey: documentsKey }, (list) => list && removeFromPages(list, gone));
    client.removeQueries({ queryKey: ['document', gone] });
    if (gone === id) navigate(homePath);
    // The button that was pressed is gone with its document; the page is open to the keyboard again once the dialog closed.
    else setTimeout(() => window.document.getElementById('content')?.focus({ preventScroll: true }));
  }

  function seedOf(wanted: string): Document | undefined {
    const lists = client.getQueriesData<ListPages>({ queryKey: documentsKey });
    const pages = lists.flatMap(([, list]) => list?.pages ?? []);
    return pages.flatMap((page) => page.items).find((item) => item.id === wanted);
  }

  return (
    <FeedProvider webSocketUrl={settings?.webSocketUrl}>
      <OptionsProvider>
        <UploadsProvider settings={settings} onAccepted={accepted}>
          <Shell
            settings={settings}
            home={route.name === 'home'}
            aside={<DocumentList current={id} onDelete={setAsked} />}
          >
            {route.name === 'home' && <HomePage settings={settings} onAccepted={accepted} />}
            {route.name !== 'home' && <UploadTray />}
            {id && <DocumentPage key={id} id={id} settings={settings} seed={seedOf(id)} onDelete={setAsked} />}
            {route.name === 'unknown' && (
              <Notice title={messages.notFound.title} text={messages.notFound.text}>
                <Link href={homePath} className="button" data-kind="primary">
                  {messages.newDocument}
                </Link>
              </Notice>
            )}
          </Shell>
          <DropAnywhere />
          {asked && (
            <ConfirmDelete document={asked} onKeep={() => setAsked(null)} onDeleted={() => deleted(asked.id)} />
          )}
        </UploadsProvider>
      </OptionsProvider>
    </FeedProvider>
  );
}
