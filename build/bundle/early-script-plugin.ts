import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from '../bootstrap/root.mjs';

const name = 'early';

/** Makes `renderer/bridge/early.ts` a script of its own in the built page, which runs as soon as it is there. */
export function earlyScriptPlugin(): Plugin {
  return {
    name: 'waypost-early-script',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: join(root, 'renderer/bridge/early.ts'), name });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const early = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === name);
        if (early === undefined) throw new Error('The build made no early script');
        const attrs = { type: 'module', async: true, src: `/${early.fileName}` };
        return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}
