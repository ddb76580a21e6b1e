import { request } from '../../../api/http';
import type { DocumentEvent, EventPage } from '../../../api/types';

/** Every event of a document after number `after`, in order. */
export async function listEvents(id: string, after: number): Promise<DocumentEvent[]> {
  const events: DocumentEvent[] = [];
  let from: number | null = after;
  while (from !== null) {
    // Each page says where the next one begins.
    // eslint-disable-next-line no-await-in-loop
    const page: EventPage = await request<EventPage>(`/documents/${encodeURIComponent(id)}/events?after=${from}`);
    events.push(...page.items);
    from = page.nextAfter;
  }
  return events;
}
