import { Checkbox } from '@mantine/core';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { currentLocale } from '../../ui/i18n/language.ts';
import classes from './settings.module.css';
import { useAbout } from './use-about.ts';
import { usePreferences } from './use-preferences.ts';

const most = 8;

/** In which languages words are checked; where the system checks by itself there is nothing to choose. */
export function SpellCheckField() {
  const t = wordsOf('desktop-app');
  const { preferences, change } = usePreferences();
  const available = useAbout()?.spell_check_languages ?? [];
  if (preferences === null || available.length === 0) return null;
  const chosen = preferences.spell_check;
  const names = new Intl.DisplayNames([currentLocale()], { type: 'language' });

  function toggle(language: string, isWanted: boolean): void {
    const others = chosen.filter((known) => known !== language);
    void change({ spell_check: isWanted ? [...others, language].slice(0, most) : others });
  }

  return (
    <fieldset className={classes['group']}>
      <legend className={classes['label']}>{t('spell_check')}</legend>
      <p className={classes['hint']}>{t('spell_check_hint')}</p>
      <div className={classes['languages']}>
        {available.map((language) => (
          <Checkbox
            key={language}
            size="xs"
            label={names.of(language) ?? language}
            checked={chosen.includes(language)}
            onChange={(event) => toggle(language, event.currentTarget.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}
