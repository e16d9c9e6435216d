/**
 * Names a letter to the other side, which says it again in its reports. The time tells it from one with the same number
 * that an older backup of this desk sent.
 */
export function writeTrace({ id, created_at }: { id: number; created_at: number }): string {
  return `waypost.${id}.${created_at}`;
}

/** Null for what is no trace of ours. */
export function readTrace(text: string): { id: number; createdAt: number } | null {
  const [, id, createdAt] = /^waypost\.(\d{1,15})\.(\d{1,15})$/.exec(text) ?? [];
  return id === undefined || createdAt === undefined
    ? null
    : { id: Number(id), createdAt: Number(createdAt) };
}
