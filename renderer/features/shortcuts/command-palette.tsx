import { Modal, useMantineColorScheme } from '@mantine/core';
import { useEffect, useState } from 'react';
import { navigate } from '../../store/navigate.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { words, wordsOf } from '../../ui/i18n/i18n.ts';
import { chooseLanguage, languageChoices, nameByLanguage } from '../../ui/i18n/language.ts';
import { Keys } from '../../ui/keys.tsx';
import { useOptions } from '../../ui/use-options.ts';
import classes from './command-palette.module.css';
import { foundChoices } from './found-choices.ts';
import { choicesFor, choicesMatching, type PaletteChoice } from './palette-choices.ts';

function useThemeChoices(): PaletteChoice[] {
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (['light', 'dark', 'auto'] as const).map((scheme) => ({
    group: 'app',
    label: words(`shortcuts:palette.theme.${scheme}`),
    run: () => setColorScheme(scheme),
  }));
}

function languageChoicesOf(): PaletteChoice[] {
  return languageChoices.map((choice) => ({
    group: 'app',
    label:
      choice === 'system'
        ? words('shortcuts:palette.language_system')
        : words('shortcuts:palette.language', { language: nameByLanguage[choice] }),
    run: () => void chooseLanguage(choice),
  }));
}

/** Customers and tickets that fit the text, as soon as they are found. */
function useFound(text: string): readonly PaletteChoice[] {
  const store = useConsoleStore();
  const [found, setFound] = useState<readonly PaletteChoice[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void store
      .getState()
      .lookUp(text)
      .then((hits) => {
        if (isCurrent) setFound(foundChoices(hits));
      });
    return () => {
      isCurrent = false;
    };
  }, [store, text]);
  return found;
}

function Choices({ onDone }: { onDone: () => void }) {
  const store = useConsoleStore();
  const t = wordsOf('shortcuts');
  const themes = useThemeChoices();
  const [text, setText] = useState('');
  // What is open does not change while the palette is in front of it.
  const [choices] = useState(() => choicesFor(store.getState(), [...themes, ...languageChoicesOf()]));
  const found = useFound(text);
  const fitting = choicesMatching(choices, text, found);
  const options = useOptions(fitting.length, (index) => {
    onDone();
    const go = (view: Parameters<typeof navigate>[1]['view'], ticketUid: string | null) =>
      navigate(store, { view, ticketUid });
    // Once the palette has given the focus back: the command may want it.
    requestAnimationFrame(() => fitting[index]?.run({ state: store.getState(), go }));
  });

  return (
    <>
      <input
        {...options.input}
        data-autofocus
        className={classes['input']}
        aria-label={t('palette.command')}
        aria-expanded
        placeholder={t('palette.placeholder')}
        value={text}
        maxLength={200}
        onChange={(event) => {
          options.reset();
          setText(event.currentTarget.value);
        }}
        onKeyDown={options.onKeyDown}
      />
      <div role="listbox" id={options.listId} aria-label={t('palette.commands')} className={classes['list']}>
        {fitting.map(({ group, label, keys }, index) => (
          <div
            key={label}
            {...options.option(index)}
            className={classes['command']}
            data-active={index === options.active || undefined}
          >
            <span className={classes['label']}>{label}</span>
            <span className={classes['group']}>{t(`group.${group}`)}</span>
            <span className={classes['keys']}>
              {keys === undefined || keys === '' ? null : <Keys combination={keys} />}
            </span>
          </div>
        ))}
      </div>
    </>
  );
}

/** Everything that can be done, behind Ctrl+K; it works without the node, like what it calls. */
export function CommandPalette() {
  const t = wordsOf('shortcuts');
  const store = useConsoleStore();
  const isOpen = useConsole((state) => state.isPaletteOpen);
  const close = () => store.getState().setPaletteOpen(false);
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t('palette.title')}
      withCloseButton={false}
      centered={false}
      yOffset={90}
      size={560}
      padding={0}
      radius={11}
      classNames={{ header: classes['header'] ?? '' }}
    >
      <Choices onDone={close} />
    </Modal>
  );
}
