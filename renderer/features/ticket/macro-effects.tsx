import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { Removable } from '../../ui/removable.tsx';
import classes from './macro-effects.module.css';

/** What a macro does to the ticket when its text is sent; each can be left out. */
export function MacroEffects() {
  const store = useConsoleStore();
  const t = wordsOf('composer');
  const effects = useConsole((state) => state.effects);
  if (effects.length === 0) return null;
  return (
    <ul className={classes['effects']} aria-label={t('effects.title')}>
      <li className={classes['title']}>{t('effects.title')}:</li>
      {effects.map(({ id, text }) => (
        <li key={id}>
          <Removable
            isAccented
            label={t('effects.remove', { what: text })}
            onRemove={() => store.getState().leaveOutEffect(id)}
          >
            {text}
          </Removable>
        </li>
      ))}
    </ul>
  );
}
