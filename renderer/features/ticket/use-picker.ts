import { useEffect, useMemo, useState } from 'react';
import type { FaqRow } from '#shared/model/faq.ts';
import type { DraftMode } from '../../store/composer.ts';
import type { Macro } from '../../store/macro-actions.ts';
import { assignable } from '../../store/people.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { fuzzyFiltered } from '../../ui/text/fuzzy.ts';
import { triggerAt, type Trigger } from '../../ui/text/trigger.ts';

/** More would not be read; another letter narrows them down. */
const shownLimit = 7;

/** Something that can be put into the text. */
export type Pick =
  | { kind: 'macro'; id: string; name: string; detail: string; macro: Macro }
  | { kind: 'faq'; id: string; name: string; detail: string; text: string }
  | { kind: 'person'; id: string; name: string; detail: string; text: string };

function useFaqs(wanted: string | null): readonly FaqRow[] {
  const store = useConsoleStore();
  const [faqs, setFaqs] = useState<readonly FaqRow[]>([]);
  useEffect(() => {
    if (wanted === null) return;
    let isCurrent = true;
    void store
      .getState()
      .searchFaqs(wanted, shownLimit)
      .then((found) => {
        if (isCurrent) setFaqs(found);
      });
    return () => {
      isCurrent = false;
    };
  }, [store, wanted]);
  return wanted === null ? [] : faqs;
}

/** What the text asks for at its caret, and what there is of it; nothing while it asks for nothing. */
export function usePicker(
  text: string,
  caret: number,
  mode: DraftMode,
): { trigger: Trigger | null; picks: Pick[] } {
  const macros = useConsole((state) => state.macros);
  const people = useConsole((state) => state.people);
  const myId = useConsole(({ session }) => (session?.state === 'signed_in' ? session.user.id : -1));
  const asked = useMemo(() => triggerAt(text, caret), [text, caret]);
  // Colleagues are called in notes alone: customers know nobody by these names.
  const trigger = asked?.kind === 'person' && mode !== 'note' ? null : asked;
  const faqs = useFaqs(trigger?.kind === 'faq' ? trigger.wanted : null);
  return { trigger, picks: trigger === null ? [] : picksOf(trigger, { macros, faqs, people, myId }) };
}

interface Sources {
  macros: readonly Macro[];
  faqs: readonly FaqRow[];
  people: Parameters<typeof assignable>[0];
  myId: number;
}

function picksOf({ kind, wanted }: Trigger, { macros, faqs, people, myId }: Sources): Pick[] {
  switch (kind) {
    case 'macro': {
      const labelled = macros.map((macro) => ({ macro, label: macro.name }));
      return fuzzyFiltered(labelled, wanted)
        .slice(0, shownLimit)
        .map(({ macro }) => ({
          kind,
          id: macro.uid,
          name: macro.name,
          detail: macro.body.text ?? '',
          macro,
        }));
    }
    case 'faq':
      return faqs.map(({ uid, question, answer }) => ({
        kind,
        id: uid,
        name: question,
        detail: answer,
        text: answer,
      }));
    case 'person':
      return assignable(people, myId, wanted)
        .filter(({ id }) => id !== myId)
        .slice(0, shownLimit)
        .map(({ uid, full_name, username }) => ({
          kind,
          id: uid,
          name: full_name,
          detail: username,
          text: `@${full_name}`,
        }));
  }
}
