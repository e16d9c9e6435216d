import { useState, type ReactNode } from 'react';
import classes from './choice-list.module.css';
import { useOptions } from './use-options.ts';

/** Something to choose from a list that is searched. */
export interface Choice {
  id: string;
  /** What it is called; a row may show more. */
  text: string;
  icon?: ReactNode;
  /** Stands at the end of the row. */
  aside?: ReactNode;
  /** A second line. */
  detail?: string;
  isChosen?: boolean;
  /** The list stays, for choosing several. */
  isKept?: boolean;
  choose: () => void;
}

interface ChoiceListProps {
  /** What the input is for. */
  label: string;
  placeholder: string;
  maxLength?: number;
  /** The choices that fit what was typed, the best first. */
  choicesFor: (text: string) => readonly Choice[];
  /** Said when nothing fits. */
  emptyText: string;
  onDone: () => void;
}

/** An input over the choices that fit it: the focus stays in the input, the arrows move the choice. */
export function ChoiceList(props: ChoiceListProps) {
  const { label, placeholder, maxLength = 100, choicesFor, emptyText, onDone } = props;
  const [text, setText] = useState('');
  const choices = choicesFor(text);
  const options = useOptions(choices.length, (index) => {
    const choice = choices[index];
    if (choice === undefined) return;
    choice.choose();
    if (choice.isKept !== true) onDone();
  });
  return (
    <>
      <input
        {...options.input}
        data-autofocus
        className={classes['input']}
        aria-label={label}
        aria-expanded
        placeholder={placeholder}
        maxLength={maxLength}
        value={text}
        onChange={(event) => {
          options.reset();
          setText(event.currentTarget.value);
        }}
        onKeyDown={options.onKeyDown}
      />
      <div role="listbox" id={options.listId} aria-label={label} className={classes['list']}>
        {choices.map(({ id, text: name, icon, aside, detail, isChosen }, index) => (
          <div
            key={id}
            {...options.option(index)}
            className={classes['choice']}
            data-active={index === options.active || undefined}
            data-chosen={isChosen || undefined}
          >
            {icon === undefined ? null : <span className={classes['icon']}>{icon}</span>}
            <span className={classes['text']}>
              {name}
              {detail === undefined ? null : <span className={classes['detail']}>{detail}</span>}
            </span>
            {aside === undefined ? null : <span className={classes['aside']}>{aside}</span>}
          </div>
        ))}
      </div>
      {choices.length === 0 ? (
        <p role="status" className={classes['empty']}>
          {emptyText}
        </p>
      ) : null}
    </>
  );
}
