import { ActionIcon } from '@mantine/core';
import IconBolt from '@tabler/icons-react/dist/esm/icons/IconBolt.mjs';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { useTitled } from '../../store/use-titled.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Chooser } from '../../ui/chooser.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { macroChoices } from '../../ui/tickets/macro-choices.tsx';

/** Macros for those who do not type `/`. */
export function MacroButton() {
  const store = useConsoleStore();
  const t = wordsOf(['composer', 'bulk']);
  const title = useTitled(t('composer:pick.macro'), 'macro');
  const macros = useConsole((state) => state.macros);
  const isOpen = useConsole((state) => state.openMenu === 'macro');
  const setOpen = (opened: boolean) => store.getState().setOpenMenu(opened ? 'macro' : null);
  return (
    <Chooser
      isOpen={isOpen}
      onChange={setOpen}
      label={t('composer:pick.macro')}
      width={360}
      position="top-start"
      target={
        <ActionIcon aria-label={t('composer:pick.macro')} title={title} onClick={() => setOpen(!isOpen)}>
          <IconBolt size={17} stroke={1.75} />
        </ActionIcon>
      }
    >
      <ChoiceList
        label={t('bulk:find_macro')}
        placeholder={t('bulk:find_macro')}
        emptyText={t('bulk:no_macros')}
        onDone={() => setOpen(false)}
        choicesFor={(text) =>
          macroChoices(macros, text, (macro) => void store.getState().applyMacro(macro, null))
        }
      />
    </Chooser>
  );
}
