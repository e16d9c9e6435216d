import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { queueCalls } from '#shared/protocol/admin/queue.ts';
import type { Result } from '#shared/protocol/result.ts';
import { askNode } from '../../store/ask-node.ts';
import type { ConsoleStore } from '../../store/create-console-store.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { useTell } from '../../store/use-tell.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord } from '../../ui/tickets/words.ts';
import classes from './queue.module.css';

/** Most that one call takes. */
const callLimit = 200;

interface Tally {
  assigned: number;
  queued: number;
  refused: number;
}

/** Gives tickets to somebody, or (null) to whom the node chooses, as many at once as a call takes. */
async function giveAll(
  store: ConsoleStore,
  ticketIds: readonly number[],
  agentId: number | null,
): Promise<Result<Tally>> {
  const tally: Tally = { assigned: 0, queued: 0, refused: 0 };
  for (let start = 0; start < ticketIds.length; start += callLimit) {
    const answered = await askNode(store, queueCalls.assign, {
      body: { ticket_ids: ticketIds.slice(start, start + callLimit), agent_id: agentId },
    });
    if (!answered.ok) return answered;
    for (const { outcome } of answered.value.results) if (outcome !== 'unchanged') tally[outcome] += 1;
  }
  return { ok: true, value: tally };
}

/** Gives the selected tickets to a colleague, or lets the node choose for each. */
export function AssignBar({ ticketIds, onDone }: { ticketIds: readonly number[]; onDone: () => void }) {
  const t = wordsOf('admin-queue');
  const store = useConsoleStore();
  const tell = useTell();
  const people = useConsole((state) => state.people);
  const [agentId, setAgentId] = useState('');
  const [isBusy, setBusy] = useState(false);
  const agents = people.filter(({ role, is_active }) => role === 'agent' && is_active === 1);

  async function give(): Promise<void> {
    setBusy(true);
    const given = await giveAll(store, ticketIds, agentId === '' ? null : Number(agentId));
    setBusy(false);
    tell(given, ({ assigned, queued, refused }) => {
      const parts = [
        assigned > 0 ? t('given', { count: assigned }) : '',
        queued > 0 ? t('still_waiting', { count: queued }) : '',
        refused > 0 ? t('not_given', { count: refused }) : '',
      ];
      store.getState().notify(parts.filter(Boolean).join(' · '), refused + queued > 0 ? 'problem' : 'plain');
      return null;
    });
    onDone();
  }

  return (
    <div className={classes['assign']} role="toolbar" aria-label={t('give_to')}>
      <strong>{t('selected', { count: ticketIds.length })}</strong>
      <NativeSelect
        aria-label={t('give_to')}
        value={agentId}
        onChange={(event) => setAgentId(event.currentTarget.value)}
        data={[
          { value: '', label: t('anybody') },
          ...agents.map(({ id, full_name, department }) => ({
            value: String(id),
            label: department === null ? full_name : `${full_name} · ${categoryWord(department)}`,
          })),
        ]}
      />
      <Button loading={isBusy} onClick={() => void give()}>
        {t('give')}
      </Button>
    </div>
  );
}
