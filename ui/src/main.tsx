import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api/http';
import { App } from './app/app';
import { Boundary } from './components/boundary';
import { BrokenPage } from './components/broken-page';
import { preferredLocale } from './lib/locale';
import { keepReadingPlace } from './lib/reading-place';
import { loadMessages } from './messages';
import './styles/tokens.css';
import './styles/base.css';

const LONGEST_WAIT_MS = 1_000;

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // What a server refuses it refuses again; what it could not answer is asked until it can.
      retry: (_, error) => error instanceof ApiError && error.passing,
      retryDelay: (attempt) => Math.min(LONGEST_WAIT_MS, 250 * 2 ** attempt),
      // Loopback servers answer without a network too.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

await loadMessages(preferredLocale());

keepReadingPlace();
createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={client}>
    <Boundary fallback={<BrokenPage />}>
      <App />
    </Boundary>
  </QueryClientProvider>,
);
