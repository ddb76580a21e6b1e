import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Document } from '../api/types';
import { Notice } from '../components/notice';
import { insert, type ListPages, removeFromPages } from '../domain/reconcile-list';
import { deletedIds, documentsKey } from '../features/documents/api/list-documents';
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

  const accepted = useCallback(
    (document: Document, open: boolean) => {
      client.setQueryData<ListPages>(documentsKey, (list) => list && insert(list, document));
      if (open) navigate(documentPath(document.id));
    },
    [client],
  );

  const deleted = useCallback(
    (gone: string) => {
      deletedIds.add(gone);
      client.setQueryData<ListPages>(documentsKey, (list) => list && removeFromPages(list, gone));
      client.removeQueries({ queryKey: ['document', gone] });
      navigate(homePath);
    },
    [client],
  );

  function seedOf(wanted: string): Document | undefined {
    const pages = client.getQueryData<ListPages>(documentsKey)?.pages ?? [];
    return pages.flatMap((page) => page.items).find((item) => item.id === wanted);
  }

  return (
    <FeedProvider webSocketUrl={settings?.webSocketUrl}>
      <OptionsProvider>
        <UploadsProvider settings={settings} onAccepted={accepted}>
          <Shell settings={settings} home={route.name === 'home'} aside={<DocumentList current={id} />}>
            {route.name === 'home' && (
              <HomePage settings={settings} onAccepted={(document) => accepted(document, true)} />
            )}
            {route.name !== 'home' && <UploadTray />}
            {id && <DocumentPage key={id} id={id} settings={settings} seed={seedOf(id)} onDeleted={deleted} />}
            {route.name === 'unknown' && (
              <Notice title={messages.notFound.title} text={messages.notFound.text}>
                <Link href={homePath} className="button" data-kind="primary">
                  {messages.newDocument}
                </Link>
              </Notice>
            )}
          </Shell>
          <DropAnywhere />
        </UploadsProvider>
      </OptionsProvider>
    </FeedProvider>
  );
}
