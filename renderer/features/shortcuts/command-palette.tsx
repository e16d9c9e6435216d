import { Modal, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { navigate } from '../../store/navigate.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { Keys } from '../../ui/keys.tsx';
import { useOptions } from '../../ui/use-options.ts';
import classes from './command-palette.module.css';
import { commandsFor, commandsMatching, type Command } from './palette-commands.ts';

const schemes = { light: 'light', dark: 'dark', auto: 'the system’s' } as const;

function useThemeCommands(): Command[] {
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (['light', 'dark', 'auto'] as const).map((scheme) => ({
    group: 'App',
    label: `Theme: ${schemes[scheme]}`,
    run: () => setColorScheme(scheme),
  }));
}

function Choices({ onDone }: { onDone: () => void }) {
  const store = useConsoleStore();
  const themes = useThemeCommands();
  const [text, setText] = useState('');
  // What is open does not change while the palette is in front of it.
  const [commands] = useState(() => commandsFor(store.getState(), themes));
  const fitting = commandsMatching(commands, text);
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
        aria-label="Command"
        aria-expanded
        placeholder="What do you want to do?"
        value={text}
        maxLength={200}
        onChange={(event) => {
          options.reset();
          setText(event.currentTarget.value);
        }}
        onKeyDown={options.onKeyDown}
      />
      <div role="listbox" id={options.listId} aria-label="Commands" className={classes['list']}>
        {fitting.map(({ group, label, keys }, index) => (
          <div
            key={label}
            {...options.option(index)}
            className={classes['command']}
            data-active={index === options.active || undefined}
          >
            <span className={classes['label']}>{label}</span>
            <span className={classes['group']}>{group}</span>
            <span className={classes['keys']}>{keys === undefined ? null : <Keys combination={keys} />}</span>
          </div>
        ))}
      </div>
    </>
  );
}

/** Everything that can be done, behind Ctrl+K; it works without the node, like what it calls. */
export function CommandPalette() {
  const store = useConsoleStore();
  const isOpen = useConsole((state) => state.isPaletteOpen);
  const close = () => store.getState().setPaletteOpen(false);
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title="Command palette"
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
