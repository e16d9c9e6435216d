/** Turns rows into columns. */
export function toColumns<Row extends object>(
  names: readonly (keyof Row & string)[],
  rows: readonly Row[],
): { [Column in keyof Row]: Row[Column][] } {
  const columns: Partial<{ [Column in keyof Row]: Row[Column][] }> = {};
  for (const name of names) columns[name] = rows.map((row) => row[name]);
  return columns as { [Column in keyof Row]: Row[Column][] };
}
