import type { Binding } from './keymap.ts';

const namedKeys = new Set(['Space', 'Insert', 'Home', 'End']);

/**
 * A binding as the system's menus name it, or null for one that menus cannot show: plain letters, which mean something
 * only outside of texts, two strokes, and signs that lie elsewhere on other layouts.
 */
export function acceleratorOf(binding: Binding | undefined): string | null {
  if (binding === undefined || binding.includes(' ')) return null;
  const parts = binding.split('+');
  const code = parts.pop() ?? '';
  if (!parts.includes('Ctrl') && !parts.includes('Alt')) return null;
  const key = keyOf(code);
  if (key === null) return null;
  return [...parts.map((part) => (part === 'Ctrl' ? 'CommandOrControl' : part)), key].join('+');
}

function keyOf(code: string): string | null {
  const letter = /^(?:Key|Digit)([A-Z\d])$/.exec(code)?.[1];
  if (letter !== undefined) return letter;
  if (/^F\d{1,2}$/.test(code) || namedKeys.has(code)) return code;
  return /^Arrow(Up|Down|Left|Right)$/.exec(code)?.[1] ?? null;
}
