import { z } from 'zod';
import { importCalls, importPartsAtMost } from '#shared/protocol/admin/imports.ts';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import type { Result } from '#shared/protocol/result.ts';
import { askNode } from '../../store/ask-node.ts';
import type { ConsoleStore } from '../../store/create-console-store.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { currentLocale } from '../../ui/i18n/language.ts';
import { failureText } from '../../ui/admin/failure-text.ts';
import { decodeFile, splitFile } from './split-file.ts';

/** Largest file, in bytes. */
export const maxFileBytes = 50_000_000;

/**
 * Sends a file to the node, part after part.
 * @param onProgress told the share that is there, between 0 and 1
 * @returns the id of its import
 */
export async function uploadFile(
  store: ConsoleStore,
  file: File,
  onProgress: (share: number) => void,
): Promise<Result<number>> {
  const parts = splitFile(decodeFile(new Uint8Array(await file.arrayBuffer()), currentLocale()));
  if (file.size > maxFileBytes || parts.length > importPartsAtMost)
    return { ok: false, error: { kind: 'too_large', message: '' } };
  const begun = await askNode(store, importCalls.begin, { body: { file_name: file.name.slice(-200) } });
  if (!begun.ok) return begun;
  const { id } = begun.value.import;
  for (const [position, content] of parts.entries()) {
    onProgress(position / parts.length);
    const sent = await askNode(store, importCalls.part, { params: { id }, body: { position, content } });
    if (!sent.ok) return sent;
  }
  return { ok: true, value: id };
}

const codes = ['no_rows', 'parts_missing', 'too_many_rows', 'broken', 'bad_columns'] as const;

const namesSchema = z.array(z.string()).catch([]);

/** Why a file was refused. */
export function importFailure(error: DeskErrorData): string {
  if (error.kind === 'too_large')
    return words('admin-import:refusal.too_large', { size: maxFileBytes / 1e6 });
  const { data = {} } = error;
  const code = codes.find((each) => each === data['code']);
  if (code === undefined) return failureText(error);
  return words(`admin-import:refusal.${code}`, {
    names: namesSchema.parse(data['names']).join(', '),
    line: Number(data['line'] ?? 0),
    most: Number(data['most'] ?? 0),
  });
}
