import { ActionIcon, Menu } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import IconAlarm from '@tabler/icons-react/dist/esm/icons/IconAlarm.mjs';
import IconArrowMerge from '@tabler/icons-react/dist/esm/icons/IconArrowMerge.mjs';
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import IconBellFilled from '@tabler/icons-react/dist/esm/icons/IconBellFilled.mjs';
import IconFileTypePdf from '@tabler/icons-react/dist/esm/icons/IconFileTypePdf.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import IconWindowMaximize from '@tabler/icons-react/dist/esm/icons/IconWindowMaximize.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import type { TicketRow } from '#shared/model/ticket.ts';
import { ticketLink } from '../../store/route.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { isFollowedBy } from '../../store/ticket-action.ts';
import { useTitled } from '../../store/use-titled.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Chooser } from '../../ui/chooser.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { UnfoldingMenu } from '../../ui/unfolding-menu.tsx';
import { snoozeChoices } from '../../ui/tickets/snooze-choices.tsx';
import classes from './ticket-header.module.css';

/** Hides the ticket until a better time. */
function SnoozeMenu({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const t = wordsOf(['ticket', 'tickets']);
  const title = useTitled(t('ticket:snooze'), 'snooze');
  const isOpen = useConsole((state) => state.openMenu === 'snooze');
  const setOpen = (opened: boolean) => store.getState().setOpenMenu(opened ? 'snooze' : null);
  const target = (
    <ActionIcon
      aria-label={t('ticket:snooze')}
      title={title}
      className={classes['fixed']}
      onClick={() => setOpen(!isOpen)}
    >
      <IconAlarm size={17} stroke={1.75} />
    </ActionIcon>
  );
  return (
    <Chooser
      isOpen={isOpen}
      onChange={setOpen}
      label={t('ticket:snooze')}
      target={target}
      width={300}
      position="bottom-end"
    >
      <ChoiceList
        label={t('tickets:snooze.until')}
        placeholder={t('tickets:snooze.placeholder')}
        emptyText={t('tickets:snooze.not_understood')}
        onDone={() => setOpen(false)}
        choicesFor={(text) =>
          snoozeChoices(text, {
            isSnoozed: ticket.snoozed_until !== null,
            now: Date.now(),
            onChoose: (wish) => void store.getState().snooze(wish, 'open'),
          })
        }
      />
    </Chooser>
  );
}

function FollowButton({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const t = wordsOf('ticket');
  const myId = useConsole(({ session }) => (session?.state === 'signed_in' ? session.user.id : -1));
  const isFollowing = isFollowedBy(ticket, myId);
  const title = useTitled(isFollowing ? t('unfollow') : t('follow'), 'follow');
  const FollowIcon: Icon = isFollowing ? IconBellFilled : IconBell;
  return (
    <ActionIcon
      aria-label={t('follow')}
      aria-pressed={isFollowing}
      title={title}
      className={classes['fixed']}
      onClick={() => void store.getState().act({ kind: 'follow', isFollowing: !isFollowing })}
    >
      <FollowIcon size={17} stroke={1.75} />
    </ActionIcon>
  );
}

/** On paper, and on the desktop as a file or in another window. */
function PaperItems() {
  const store = useConsoleStore();
  const t = wordsOf('ticket');
  const isDesktop = useConsole((state) => state.desktop !== null);
  const state = store.getState();
  return (
    <>
      <Menu.Divider />
      {isDesktop ? (
        <>
          <Menu.Item
            leftSection={<IconWindowMaximize aria-hidden size={16} stroke={1.75} />}
            onClick={() => void state.popOut()}
          >
            {t('pop_out')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFileTypePdf aria-hidden size={16} stroke={1.75} />}
            onClick={() => void state.savePdf()}
          >
            {t('save_pdf')}
          </Menu.Item>
        </>
      ) : null}
      <Menu.Item
        leftSection={<IconPrinter aria-hidden size={16} stroke={1.75} />}
        onClick={() => void state.print()}
      >
        {t('print')}
      </Menu.Item>
    </>
  );
}

function MoreMenu({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const t = wordsOf('ticket');
  return (
    <UnfoldingMenu
      label={t('more')}
      position="bottom-end"
      width={260}
      target={
        <ActionIcon aria-label={t('more')} title={t('more')} className={classes['fixed']}>
          <IconDots size={17} stroke={1.75} />
        </ActionIcon>
      }
    >
      {ticket.merged_into_uid === null ? (
        <Menu.Item
          leftSection={<IconArrowMerge aria-hidden size={16} stroke={1.75} />}
          onClick={() => store.getState().setMergeOpen(true)}
        >
          {t('merge')}
        </Menu.Item>
      ) : (
        <Menu.Item
          leftSection={<IconArrowMerge aria-hidden size={16} stroke={1.75} />}
          onClick={() => void store.getState().act({ kind: 'unmerge' })}
        >
          {t('unmerge')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconLink aria-hidden size={16} stroke={1.75} />}
        onClick={() => void copyText(ticketLink(ticket.uid, window.location))}
      >
        {t('copy_link')}
      </Menu.Item>
      <PaperItems />
    </UnfoldingMenu>
  );
}

/** What else can be done with the open ticket. */
export function TicketMenus({ ticket }: { ticket: TicketRow }) {
  return (
    <>
      <SnoozeMenu ticket={ticket} />
      <FollowButton ticket={ticket} />
      <MoreMenu ticket={ticket} />
    </>
  );
}
