import type { DeskItem } from '#shared/model/item.ts';
import type { Choice } from '../choice-list.tsx';
import { fuzzyFiltered } from '../text/fuzzy.ts';

type Macro = Extract<DeskItem, { kind: 'macro' }>;

/** More would not be read; another letter narrows them down. */
const shownLimit = 12;

/** Macros whose names fit what was typed, the best first. */
export function macroChoices(
  macros: readonly Macro[],
  text: string,
  onChoose: (macro: Macro) => void,
): Choice[] {
  const named = macros.map((macro) => ({ macro, label: macro.name }));
  return fuzzyFiltered(named, text)
    .slice(0, shownLimit)
    .map(({ macro }) => ({
      id: macro.uid,
      text: macro.name,
      detail: (macro.body.text ?? '').replaceAll(/\s+/g, ' '),
      choose: () => onChoose(macro),
    }));
}
