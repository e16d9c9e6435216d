import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import type { Choice } from '../choice-list.tsx';
import { words } from '../i18n/i18n.ts';

/** More would not be read; another letter narrows them down. */
const shownLimit = 10;
/** As the desk allows (shared/mutators/draft-rows.ts). */
export const maxTagLength = 50;

/** Known tags that fit what was typed: those that begin with it first. */
export function tagsFitting(known: readonly string[], wanted: string): string[] {
  const letters = wanted.trim().toLowerCase();
  const fitting = known.filter((tag) => tag.toLowerCase().includes(letters));
  const begins = (tag: string): number => Number(!tag.toLowerCase().startsWith(letters));
  return fitting.toSorted((a, b) => begins(a) - begins(b)).slice(0, shownLimit);
}

interface TagChoiceOptions {
  /** Tags in use, the most used first. */
  known: readonly string[];
  carried: readonly string[];
  onToggle: (tag: string, isAdded: boolean) => void;
}

/** Tags to put on or take off, or a new one as typed. */
export function tagChoices(text: string, { known, carried, onToggle }: TagChoiceOptions): Choice[] {
  const wanted = text.trim();
  const all = [...new Set([...carried, ...known])];
  const fitting = tagsFitting(all, wanted).map((tag): Choice => ({
    id: tag,
    text: tag,
    isKept: true,
    ...(carried.includes(tag)
      ? { aside: <IconCheck aria-hidden size={14} stroke={2} />, isChosen: true }
      : {}),
    choose: () => onToggle(tag, !carried.includes(tag)),
  }));
  if (wanted === '' || all.includes(wanted)) return fitting;
  const fresh: Choice = {
    id: `new ${wanted}`,
    text: words('tickets:tags.create', { tag: wanted }),
    icon: <IconPlus aria-hidden size={15} stroke={2} />,
    choose: () => onToggle(wanted, true),
  };
  return [...fitting, fresh];
}
