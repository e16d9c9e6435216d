import { Button } from '@mantine/core';
import IconMessages from '@tabler/icons-react/dist/esm/icons/IconMessages.mjs';
import { isAnsweredMeanwhile } from '../../store/composer.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { Emphasised } from '../../ui/i18n/emphasised.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './composer.module.css';

/** Stops a second answer to the same question: a colleague's came in while this one was being written. */
export function AnsweredBanner() {
  const store = useConsoleStore();
  const t = wordsOf('composer');
  const isAnswered = useConsole(
    ({ composer, detail }) =>
      composer !== null && detail !== null && isAnsweredMeanwhile(composer, detail.ticket),
  );
  const author = useConsole(
    ({ detail }) =>
      detail?.messages.find(({ row }) => row.uid === detail.ticket.last_reply_uid)?.row.sender_name ?? '',
  );
  if (!isAnswered) return null;
  return (
    <div role="alert" className={classes['answered']}>
      <IconMessages aria-hidden size={16} stroke={1.75} />
      <span>
        <Emphasised text={t('answered', { name: author || t('a_colleague') })} />
      </span>
      <Button variant="default" size="compact-xs" onClick={() => store.getState().acknowledgeReplies()}>
        {t('have_read')}
      </Button>
    </div>
  );
}
