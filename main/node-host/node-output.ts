/** What main reads from the node's own output. Everything else is the node's business. */
export type NodeNotice =
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'first_password'; readonly username: string; readonly password: string }
  | { readonly kind: 'port_taken' };

const readyLine = /Waypost is ready at (https?:\/\/\S+)/;
const passwordLine = /^\s*First sign-in:\s*(\S+)\s+\/\s+(\S+)\s*$/;

export function readNodeLine(line: string): NodeNotice | null {
  const url = readyLine.exec(line)?.[1];
  if (url !== undefined) return { kind: 'ready', url: url.replace(/\/$/, '') };
  const [, username, password] = passwordLine.exec(line) ?? [];
  if (username !== undefined && password !== undefined) return { kind: 'first_password', username, password };
  return line.includes('EADDRINUSE') ? { kind: 'port_taken' } : null;
}

/** Cuts a stream into lines; an overlong line is dropped, since nothing we look for is long. */
export function createLineReader(onLine: (line: string) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? '';
    if (rest.length > maxLineLength) rest = '';
    for (const line of lines) onLine(line);
  };
}

const maxLineLength = 10_000;
