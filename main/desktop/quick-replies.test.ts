import { describe, expect, it, vi } from 'vitest';
import { QuickReplies } from './quick-replies.ts';

function openReplies(mutated: unknown) {
  const asked: [string, unknown][] = [];
  const answers: Record<string, unknown> = {
    'tickets.get': { ticket: { last_reply_uid: 'r1' } },
    mutate: mutated,
    'tickets.markSeen': null,
    'drafts.save': null,
  };
  const onFailed = vi.fn();
  const ask = async (name: string, args: unknown): Promise<unknown> => {
    asked.push([name, args]);
    return answers[name];
  };
  return { replies: new QuickReplies({ ask: ask as never, mintUid: () => 'm1', onFailed }), asked, onFailed };
}

describe('QuickReplies', () => {
  it('says what its author had seen when the notification came', async () => {
    const { replies, asked, onFailed } = openReplies({ id: 3 });
    await replies.noteAlert({ ticket_uid: 't1' });
    await replies.send('t1', 'On my way');
    expect(asked.slice(1)).toEqual([
      [
        'mutate',
        {
          name: 'ticket-reply',
          args: { ticket_uid: 't1', message_uid: 'm1', text: 'On my way', seen_reply_uid: 'r1' },
        },
      ],
      ['tickets.markSeen', { uid: 't1' }],
    ]);
    expect(onFailed).not.toHaveBeenCalled();
  });

  it.each([null, { refusal: { code: 'ticket_not_found' } }])(
    'keeps the words as a draft when %j comes of it',
    async (made) => {
      const { replies, asked, onFailed } = openReplies(made);
      await replies.send('t1', 'On my way');
      expect(asked.at(-1)).toEqual([
        'drafts.save',
        { ticket_uid: 't1', mode: 'reply', text: 'On my way', seen_reply_uid: null },
      ]);
      expect(onFailed).toHaveBeenCalledWith('t1');
    },
  );
});
