import { useMemo } from 'react';
import { useConsole } from '../../store/store-context.tsx';
import { LinkedText } from '../../ui/text/linked-text.tsx';
import { mentionParts } from '../../ui/text/mentions.ts';
import classes from './message.module.css';

/** A note, with those whom it calls set off. */
export function NoteText({ text }: { text: string }) {
  const people = useConsole((state) => state.people);
  const parts = useMemo(() => mentionParts(text, people), [text, people]);
  return parts.map(({ text: shown, id }, index) =>
    id === null ? (
      <LinkedText key={index} text={shown} />
    ) : (
      <strong key={index} className={classes['mention']}>
        {shown}
      </strong>
    ),
  );
}
