import { expect, it } from 'vitest';
import type { NodePlace } from '#shared/protocol/desktop-state.ts';
import { consoleFolder, isSamePlace, readNodeUrl, withChosen } from './node-places.ts';

const host: NodePlace = { kind: 'host' };
const remote = (url: string): NodePlace => ({ kind: 'remote', url });

it('keeps the chosen node at the head, once', () => {
  const list = [remote('https://a'), host, remote('https://b')];
  expect(withChosen(list, host)).toEqual([host, remote('https://a'), remote('https://b')]);
  expect(withChosen(list, remote('https://c'))).toHaveLength(4);
  const many = Array.from({ length: 30 }, (_none, index) => remote(`https://${index}`));
  expect(withChosen(many, host)).toHaveLength(20);
});

it('tells nodes apart by their address', () => {
  expect(isSamePlace(host, { kind: 'host' })).toBe(true);
  expect(isSamePlace(host, remote('https://a'))).toBe(false);
  expect(isSamePlace(remote('https://a'), remote('https://a'))).toBe(true);
  expect(isSamePlace(remote('https://a'), remote('http://a'))).toBe(false);
});

it.each([
  [' https://Desk.Example.com/app?x ', 'https://desk.example.com'],
  ['http://127.0.0.1:8000/', 'http://127.0.0.1:8000'],
  ['https://me:secret@desk', 'https://desk'],
  ['file:///etc/passwd', null],
  ['desk.example', null],
  ['', null],
])('reads %j', (text, url) => {
  expect(readNodeUrl(text)).toBe(url);
});

it('gives every node a folder of its own', () => {
  expect(consoleFolder('https://a')).toMatch(/^[\da-f]{16}$/);
  expect(consoleFolder('https://a')).not.toBe(consoleFolder('https://b'));
});
