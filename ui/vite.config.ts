import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    // Spring Boot serves what is in the class path's `static` folder.
    outDir: '../target/classes/static',
    emptyOutDir: true,
    // The page's Content-Security-Policy allows no inline script; every browser this target names preloads modules itself.
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: { proxy: { '/api': { target: server, changeOrigin: true, headers: { origin: server } } } },
  test: {
    environment: 'happy-dom',
    restoreMocks: true,
    pool: 'threads',
    // A worker and a document of its own take ten times as long as a file's tests: only what renders gets them.
    projects: [
      {
        extends: true,
        test: { name: 'logic', include: ['src/**/*.test.ts'], isolate: false, unstubGlobals: true },
      },
      { extends: true, test: { name: 'page', include: ['src/**/*.test.tsx'] } },
    ],
  },
});
