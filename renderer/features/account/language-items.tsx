import { Menu } from '@mantine/core';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import {
  chooseLanguage,
  languageChoice,
  languageChoices,
  nameByLanguage,
  type LanguageChoice,
} from '../../ui/i18n/language.ts';

/** Which language this computer speaks. Each stands under its own name, whatever is spoken now. */
export function LanguageItems() {
  const t = wordsOf('account');
  return (
    <>
      <Menu.Label>{t('language')}</Menu.Label>
      <Menu.RadioGroup
        value={languageChoice()}
        onChange={(value) => void chooseLanguage(value as LanguageChoice)}
      >
        {languageChoices.map((choice) => (
          <Menu.RadioItem key={choice} value={choice} lang={choice === 'system' ? undefined : choice}>
            {choice === 'system' ? t('language_system') : nameByLanguage[choice]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
