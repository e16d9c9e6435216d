import { wordsOf } from '../../ui/i18n/i18n.ts';
import type { Options } from '../../ui/use-options.ts';
import type { Trigger } from '../../ui/text/trigger.ts';
import classes from './picker.module.css';
import type { Pick } from './use-picker.ts';

interface PickerProps {
  trigger: Trigger;
  picks: readonly Pick[];
  options: Options;
}

/** What fits what the text asks for, above it. The text keeps the focus while one is pressed. */
export function Picker({ trigger, picks, options }: PickerProps) {
  const t = wordsOf('composer');
  const label = t(`pick.${trigger.kind}`);
  return (
    <div className={classes['picker']} onPointerDown={(event) => event.preventDefault()}>
      <p className={classes['heading']}>{label}</p>
      <div role="listbox" id={options.listId} aria-label={label}>
        {picks.map(({ id, name, detail }, index) => (
          <div
            key={id}
            {...options.option(index)}
            className={classes['pick']}
            data-active={index === options.active || undefined}
          >
            <span className={classes['name']}>{name}</span>
            <span className={classes['detail']}>{detail.replaceAll(/\s+/g, ' ')}</span>
          </div>
        ))}
      </div>
      {picks.length === 0 ? (
        <p role="status" className={classes['none']}>
          {t('pick.none')}
        </p>
      ) : null}
    </div>
  );
}
