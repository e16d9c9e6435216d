import { expect, test } from 'vitest';
import { createTestNode } from '../../testing/test-node.ts';

interface Description {
  openapi: string;
  paths: Record<string, Record<string, { tags: string[]; requestBody?: unknown; security: unknown[] }>>;
}

test('the description holds every surface, and tells its paths apart by their slash', async () => {
  await using node = await createTestNode();
  const answer = await node.app.inject('/openapi.json');
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  const { openapi, paths } = answer.json<Description>();
  expect(openapi).toBe('3.1.0');

  expect(paths['/api/tickets']?.['post']?.tags).toEqual(['it-support']);
  expect(paths['/api/tickets/']?.['post']?.tags).toEqual(['incident-management']);
  expect(paths['/api/v1/tickets/{ticket_id}']?.['get']?.tags).toEqual(['v1']);
  expect(paths['/api/auth/login']?.['post']?.security).toEqual([]);
  expect(paths['/api/tickets']?.['get']?.security).toEqual([{ bearer: [] }]);
  expect(JSON.stringify(paths['/api/tickets']?.['post']?.requestBody)).toContain(
    'Production server is not responding',
  );
  expect(Object.keys(paths).filter((path) => path.startsWith('/api/console'))).toEqual([]);
  const ofSurface = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .filter(({ tags }) => tags.includes('it-support'));
  expect(ofSurface).toHaveLength(20);
});

test('both pages are served from here alone, without a script in the page', async () => {
  await using node = await createTestNode();
  for (const path of ['/docs', '/redoc']) {
    const { statusCode, body, headers } = await node.app.inject(path);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(body).not.toMatch(/https?:|<script>/);
    for (const [, file] of body.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      const asset = await node.app.inject(file ?? '');
      expect(asset.statusCode).toBe(200);
      expect(asset.body.length).toBeGreaterThan(50);
    }
    expect((await node.app.inject(`${path}/`)).statusCode).toBe(404);
  }
});
