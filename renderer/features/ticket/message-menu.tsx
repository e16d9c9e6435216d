import { ActionIcon, Menu } from '@mantine/core';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconQuote from '@tabler/icons-react/dist/esm/icons/IconQuote.mjs';
import IconArrowsSplit2 from '@tabler/icons-react/dist/esm/icons/IconArrowsSplit2.mjs';
import type { MessageRow } from '#shared/model/ticket.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { UnfoldingMenu } from '../../ui/unfolding-menu.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { words } from '../../ui/i18n/i18n.ts';
import classes from './message.module.css';

/** What can be done with one message. Only what a customer wrote can become a ticket of its own. */
export function MessageMenu({ message }: { message: MessageRow }) {
  const store = useConsoleStore();
  return (
    <UnfoldingMenu
      label={words('ticket:message.actions')}
      position="bottom-end"
      width={230}
      target={
        <ActionIcon
          size={24}
          aria-label={words('ticket:message.actions')}
          title={words('ticket:message.actions')}
          className={classes['menu']}
        >
          <IconDots size={15} stroke={2} />
        </ActionIcon>
      }
    >
      <Menu.Item
        leftSection={<IconQuote aria-hidden size={16} stroke={1.75} />}
        onClick={() => store.getState().quote(message.text)}
      >
        {words('ticket:message.quote')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconCopy aria-hidden size={16} stroke={1.75} />}
        onClick={() => void copyText(message.text)}
      >
        {words('ticket:message.copy')}
      </Menu.Item>
      {message.sender_type === 'user' ? (
        <Menu.Item
          leftSection={<IconArrowsSplit2 aria-hidden size={16} stroke={1.75} />}
          onClick={() => store.getState().startSplit(message)}
        >
          {words('ticket:message.split')}
        </Menu.Item>
      ) : null}
    </UnfoldingMenu>
  );
}
