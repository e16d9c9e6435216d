/** What a macro's text may name. */
export interface MacroValues {
  'customer.name': string;
  'ticket.id': string;
  'agent.name': string;
}

export const macroVariables = [
  'customer.name',
  'ticket.id',
  'agent.name',
] as const satisfies (keyof MacroValues)[];

const isVariable = (name: string): name is keyof MacroValues =>
  (macroVariables as readonly string[]).includes(name);

/** The text with its variables filled in: `Hello {{customer.name}}`. What is no variable stays as it was written. */
export function fillMacro(text: string, values: MacroValues): string {
  return text.replaceAll(/\{\{\s*([a-z.]+)\s*\}\}/g, (written, name: string) =>
    isVariable(name) ? values[name] : written,
  );
}
