import { ActionIcon, Popover } from '@mantine/core';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { wordsOf } from '../i18n/i18n.ts';
import classes from './formula.module.css';

/** Says how a figure is counted, when asked. */
export function Formula({ name, text }: { name: string; text: string }) {
  const t = wordsOf('admin');
  return (
    <Popover width={300} withArrow>
      <Popover.Target>
        <ActionIcon size={24} aria-label={t('formula', { name })}>
          <IconInfoCircle aria-hidden size={15} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes['text'] ?? ''}>{text}</Popover.Dropdown>
    </Popover>
  );
}
