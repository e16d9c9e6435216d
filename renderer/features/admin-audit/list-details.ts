type Scalar = string | number | boolean | null;
type Json = Scalar | readonly Json[] | { readonly [name: string]: Json };

export interface Detail {
  name: string;
  value: string;
}

const textOf = (value: Scalar | readonly Json[]): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

const isGroup = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The details of an entry, one below the other: what lies in a group stands beside what does not. */
export function listDetails(metadata: Readonly<Record<string, Json>>): Detail[] {
  return Object.entries(metadata).flatMap(([name, value]) =>
    isGroup(value) ? listDetails(value) : [{ name: name.replaceAll('_', ' '), value: textOf(value) }],
  );
}
