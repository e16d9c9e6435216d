import { Button, Modal } from '@mantine/core';
import { conversationCalls, type Conversation, type Turn } from '#shared/protocol/admin/conversations.ts';
import { formatAdminPlace } from '../../store/admin-place.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { share } from '../../ui/admin/figures.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { exactTime } from '../../ui/time.ts';
import classes from './bot.module.css';

const answerers = ['faq', 'assistant', 'nobody'] as const;

function TurnView({ turn }: { turn: Turn }) {
  const t = wordsOf('admin-bot');
  const by = answerers.find((each) => each === turn.answered_by);
  return (
    <li className={classes['turn']}>
      <span className={classes['who']}>{t('customer_said', { time: exactTime(turn.at) })}</span>
      <p className={classes['said']} data-side="customer">
        {turn.query}
      </p>
      <span className={classes['who']}>
        {t('bot_said', { confidence: share(turn.confidence) })}
        {by === undefined ? '' : ` · ${t(`by.${by}`)}`}
      </span>
      <p className={classes['said']} data-side="bot">
        {turn.response}
      </p>
      <Button
        component="a"
        className={classes['make'] ?? ''}
        size="compact-xs"
        variant="default"
        href={formatAdminPlace('faq', { question: turn.query, answer: turn.response })}
      >
        {t('make_faq')}
      </Button>
    </li>
  );
}

/** A conversation with the bot, turn by turn; each can be made an answer of the FAQ. */
export function ConversationDialog({
  conversation,
  onClose,
}: {
  conversation: Conversation;
  onClose: () => void;
}) {
  const t = wordsOf(['admin-bot', 'common']);
  const answered = useAnswer(conversationCalls.read, { params: { id: conversation.id } });
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={conversation.customer_name ?? t('admin-bot:conversation')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <AnswerState {...answered}>
        {({ turns }) => (
          <ol className={classes['turns']}>
            {turns.map((turn) => (
              <TurnView key={turn.id} turn={turn} />
            ))}
          </ol>
        )}
      </AnswerState>
    </Modal>
  );
}
