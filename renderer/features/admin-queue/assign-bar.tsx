import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queueCalls } from '#shared/protocol/admin/queue.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { failureText } from '../../ui/admin/failure-text.ts';
import { categoryWord } from '../../ui/tickets/words.ts';
import classes from './queue.module.css';

/** Most that one call takes. */
const callLimit = 200;

interface Tally {
  assigned: number;
  queued: number;
  refused: number;
}

/** Gives the selected tickets to a colleague, or lets the node choose for each. */
export function AssignBar({ ticketIds, onDone }: { ticketIds: readonly number[]; onDone: () => void }) {
  const { t } = useTranslation(['admin-queue', 'admin']);
  const store = useConsoleStore();
  const people = useConsole((state) => state.people);
  const [agentId, setAgentId] = useState('');
  const [isBusy, setBusy] = useState(false);
  const agents = people.filter(({ role, is_active }) => role === 'agent' && is_active === 1);

  async function giveAll(): Promise<Tally | null> {
    const tally: Tally = { assigned: 0, queued: 0, refused: 0 };
    for (let start = 0; start < ticketIds.length; start += callLimit) {
      const answered = await askNode(store, queueCalls.assign, {
        body: {
          ticket_ids: ticketIds.slice(start, start + callLimit),
          agent_id: agentId === '' ? null : Number(agentId),
        },
      });
      if (!answered.ok) {
        store.getState().notify(t('admin:failed', { reason: failureText(answered.error) }), 'problem');
        return null;
      }
      for (const { outcome } of answered.value.results) if (outcome !== 'unchanged') tally[outcome] += 1;
    }
    return tally;
  }

  async function give(): Promise<void> {
    setBusy(true);
    const tally = await giveAll();
    setBusy(false);
    if (tally !== null) {
      const { assigned, queued, refused } = tally;
      const parts = [
        assigned > 0 ? t('admin-queue:given', { count: assigned }) : '',
        queued > 0 ? t('admin-queue:still_waiting', { count: queued }) : '',
        refused > 0 ? t('admin-queue:not_given', { count: refused }) : '',
      ].filter(Boolean);
      store.getState().notify(parts.join(' · '), refused + queued > 0 ? 'problem' : 'plain');
    }
    onDone();
  }

  return (
    <div className={classes['assign']} role="toolbar" aria-label={t('admin-queue:give_to')}>
      <strong>{t('admin-queue:selected', { count: ticketIds.length })}</strong>
      <NativeSelect
        aria-label={t('admin-queue:give_to')}
        value={agentId}
        onChange={(event) => setAgentId(event.currentTarget.value)}
        data={[
          { value: '', label: t('admin-queue:anybody') },
          ...agents.map(({ id, full_name, department }) => ({
            value: String(id),
            label: department === null ? full_name : `${full_name} · ${categoryWord(department)}`,
          })),
        ]}
      />
      <Button loading={isBusy} onClick={() => void give()}>
        {t('admin-queue:give')}
      </Button>
    </div>
  );
}
