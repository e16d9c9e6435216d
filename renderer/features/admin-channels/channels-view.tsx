import { useState } from 'react';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useTell } from '../../store/use-tell.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { Cards } from '../../ui/admin/card.tsx';
import { Page } from '../../ui/admin/page.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { channelCalls, type Channel } from './channel-calls.ts';
import { ChannelCard } from './channel-card.tsx';
import { ChannelDialog } from './channel-dialog.tsx';

/** How the desk reaches people, each channel with its state and a test. */
export function ChannelsView() {
  const t = wordsOf(['admin-channels', 'admin']);
  const store = useConsoleStore();
  const tell = useTell();
  const answered = useAnswer(channelCalls.list);
  const [changed, setChanged] = useState<Channel | null>(null);

  async function remove({ name }: Channel): Promise<void> {
    const removed = await askNode(store, channelCalls.remove, { params: { channel: name } });
    tell(removed, () => t('admin-channels:removed', { name: t(`admin-channels:name.${name}`) }));
    await answered.reload();
  }

  return (
    <Page title={t('admin:section.channels')} description={t('admin-channels:description')}>
      <AnswerState {...answered}>
        {({ channels }) => (
          <Cards>
            {channels.map((channel) => (
              <ChannelCard
                key={channel.name}
                channel={channel}
                onSetUp={() => setChanged(channel)}
                onRemove={() => void remove(channel)}
              />
            ))}
          </Cards>
        )}
      </AnswerState>
      {changed === null ? null : (
        <ChannelDialog
          channel={changed}
          onClose={() => setChanged(null)}
          onSaved={() => {
            store
              .getState()
              .notify(t('admin-channels:saved', { name: t(`admin-channels:name.${changed.name}`) }));
            void answered.reload();
          }}
        />
      )}
    </Page>
  );
}
