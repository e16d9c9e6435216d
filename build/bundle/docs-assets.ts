import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

/** What the node's API documentation is shown with; Swagger UI in the copy of Fastify's people. */
const packageFiles = [
  '@fastify/swagger-ui/static/swagger-ui.css',
  '@fastify/swagger-ui/static/swagger-ui-bundle.js',
  'redoc/bundles/redoc.standalone.js',
  'redoc/bundles/redoc.standalone.js.LICENSE.txt',
];

/** Puts those files beside the server's bundle. */
export function copyDocsAssets(serverDir: string): void {
  const { resolve } = createRequire(import.meta.url);
  const dir = join(serverDir, 'api-docs');
  mkdirSync(dir, { recursive: true });
  for (const file of packageFiles) copyFileSync(resolve(file), join(dir, basename(file)));
}
