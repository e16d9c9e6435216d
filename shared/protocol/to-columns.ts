/** Turns rows into columns. */
export function toColumns<Row extends object>(
  names: readonly (keyof Row & string)[],
  rows: readonly Row[],
): { [Column in keyof Row]: Row[Column][] } {
  const columns: Partial<{ [Column in keyof Row]: Row[Column][] }> = {};
  for (const name of names) columns[name] = rows.map((row) => row[name]);
  return columns as { [Column in keyof Row]: Row[Column][] };
}

/** The rows that columns of one length stand for. */
export function toRows<Row extends object>(
  names: readonly (keyof Row & string)[],
  columns: { [Column in keyof Row]: Row[Column][] },
): Row[] {
  const lists = names.map((name) => columns[name]);
  const rows: Row[] = [];
  for (let index = 0; index < (lists[0]?.length ?? 0); index += 1) {
    const row: Record<string, unknown> = {};
    for (const [at, name] of names.entries()) row[name] = lists[at]?.[index];
    rows.push(row as Row);
  }
  return rows;
}
