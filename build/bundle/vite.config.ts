import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { root } from '../bootstrap/root.mjs';
import { earlyScriptPlugin } from './early-script-plugin.ts';
import { serviceWorkerPlugin } from './service-worker-plugin.ts';

/** Where `npm run dev` runs the node; the dev server passes everything that is not the console on to it. */
const nodeUrl = process.env['WAYPOST_DEV_NODE'] ?? 'http://127.0.0.1:8000';

export default defineConfig({
  root: join(root, 'renderer'),
  cacheDir: join(root, 'build/out/.vite'),
  plugins: [react(), earlyScriptPlugin(), serviceWorkerPlugin()],
  build: {
    target: 'es2024',
    sourcemap: true,
    // The content security policy allows neither inline scripts nor data: URLs for code.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What is not in the first screen's styles is a few KB: not worth thirty requests.
    cssCodeSplit: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        // Each file is a request at the first visit, and one more for the service worker: few files, and each view its own.
        codeSplitting: {
          groups: [
            // The early script waits for nothing but these.
            {
              name: 'early',
              test: /renderer[\\/]bridge[\\/](early|electron|worker[\\/]start-worker)\.ts$/,
              priority: 1,
            },
            { name: 'first-screen', tags: ['$initial'] },
            { name: 'parts', minShareCount: 2 },
          ],
        },
      },
    },
  },
  worker: { format: 'es', rolldownOptions: { checks: { pluginTimings: false } } },
  // Its wasm file is found by URL beside its script, which the pre-bundler would move.
  optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] },
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      // With the page's own host: the node refuses to sign in pages of another.
      '/api': { target: nodeUrl },
      '/docs': nodeUrl,
      '/redoc': nodeUrl,
      '/openapi.json': nodeUrl,
      '/ws': { target: nodeUrl, ws: true },
      '/socket.io': { target: nodeUrl, ws: true },
    },
  },
});
