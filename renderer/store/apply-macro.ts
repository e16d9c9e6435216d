import { withChosen, type Trigger } from '../ui/text/trigger.ts';
import { macroText } from '../ui/tickets/macro-text.ts';
import { macroEffects, type Macro } from './macro-actions.ts';
import { nameOfPerson } from './people.ts';
import type { SliceContext } from './slice.ts';
import { tellMacroUse } from './tell-macro-use.ts';

/** Behind what is written, where nothing asked for the text. */
function endOf(text: string): Pick<Trigger, 'start' | 'end'> {
  return { start: text.length, end: text.length };
}

/** Uses a macro on the open ticket (console-state.ts). */
export function applyMacro(
  context: SliceContext,
  macro: Macro,
  place: Pick<Trigger, 'start' | 'end'> | null,
): number | null {
  const { get, set } = context;
  const { body } = macro;
  const { composer, detail, session, people } = get();
  if (composer === null || detail === null || session?.state !== 'signed_in') return null;
  const { user } = session;
  tellMacroUse(context, macro, [detail.ticket.uid]);
  const effects = macroEffects(body, user.id, nameOfPerson(people));
  const text = macroText(body.text ?? '', detail.ticket, user.full_name);
  const written = withChosen(composer.text, place ?? endOf(composer.text), text);
  if (text.trim() === '') {
    if (place !== null) get().write(written.text);
    void get().act(...effects.map(({ action }) => action));
    return place?.start ?? null;
  }
  get().keepEarlierDraft(place);
  get().startWriting(body.is_note === true ? 'note' : 'reply');
  get().write(written.text);
  set({ effects });
  return written.caret;
}
