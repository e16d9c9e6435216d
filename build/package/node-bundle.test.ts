import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../bootstrap/root.mjs';
import { packTarball } from './tarball.ts';

describe('packTarball', () => {
  const entries = [
    { path: 'top/start.js', content: Buffer.from('one'), isExecutable: true },
    { path: `top/${'long/'.repeat(30)}name.js`, content: Buffer.alloc(1_500, 'x') },
    { path: 'top/empty', content: Buffer.alloc(0) },
  ];

  it('makes an archive that tar takes apart', () => {
    const dir = mkdtempSync(join(tmpdir(), 'waypost-tar-'));
    writeFileSync(join(dir, 'a.tgz'), packTarball(entries));
    execFileSync('tar', ['-xzf', 'a.tgz'], { cwd: dir });
    for (const { path, content } of entries) expect(readFileSync(join(dir, path)).equals(content)).toBe(true);
    expect(statSync(join(dir, 'top/start.js')).mode & 0o111).not.toBe(0);
    expect(statSync(join(dir, 'top/empty')).mode & 0o111).toBe(0);
    rmSync(dir, { recursive: true });
  });

  it('makes the same of the same, whatever the order', () => {
    expect(packTarball(entries).equals(packTarball(entries.toReversed()))).toBe(true);
  });

  it('refuses a path that no reader would find again', () => {
    expect(() => packTarball([{ path: 'x'.repeat(101), content: Buffer.alloc(0) }])).toThrow('too long');
  });
});

describe('what a server is set up with', () => {
  const read = (name: string): string => readFileSync(join(root, 'build/self-host', name), 'utf8');

  it('runs as nobody in particular, in a container', () => {
    const lines = read('Dockerfile').split('\n');
    const last = (word: string): number => lines.findLastIndex((line) => line.startsWith(`${word} `));
    expect(lines[last('USER')]).toBe('USER node');
    expect(last('USER')).toBeLessThan(last('ENTRYPOINT'));
    expect(
      lines.filter((line) => /^(?:RUN|COPY|ADD) /.test(line) && lines.indexOf(line) > last('USER')),
    ).toEqual([]);
    expect(lines.join('\n')).toMatch(
      /^HEALTHCHECK .*\\\n +CMD \["node", "\/waypost\/start\.js", "health"\]$/m,
    );
  });

  it('runs as a user of its own, without rights it does not use, as a service', () => {
    const unit = read('waypost.service');
    for (const line of [
      'User=waypost',
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'CapabilityBoundingSet=',
      'UMask=0077',
    ]) {
      expect(unit.split('\n')).toContain(line);
    }
    // SIGTERM ends the node within five seconds.
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(5);
  });
});
