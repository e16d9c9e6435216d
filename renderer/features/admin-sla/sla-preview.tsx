import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { priorities, type Priority } from '#shared/model/priority.ts';
import type { SlaRules } from '#shared/model/sla/sla-rules.ts';
import { fromLocalTime } from '#shared/model/sla/zoned-time.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { failureText } from '../../ui/admin/failure-text.ts';
import { Preview } from '../../ui/admin/form-columns.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { priorityWord } from '../../ui/tickets/words.ts';
import { dueText, nextFriday, stepDay } from './due-text.ts';
import { slaCalls, type Previewed } from './sla-calls.ts';
import classes from './sla.module.css';

type Previews = z.output<typeof slaCalls.preview.answer>;

function Due({ text, previewed }: { text: string; previewed: Previewed }) {
  const t = wordsOf('admin-sla');
  return (
    <div className={classes['due']}>
      <strong>{text}</strong>
      <details>
        <summary>{t('preview.why')}</summary>
        <ul>
          {previewed.steps.map(({ day, from, to, minutes }) => (
            <li key={`${day} ${from}`}>
              {t('preview.step', { day: stepDay(day), from, to, minutes: Math.round(minutes) })}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** Asks the node anew whenever the rules or the example change; the newest question counts. */
function usePreview(rules: SlaRules | null, priority: Priority, created: string) {
  const store = useConsoleStore();
  const [preview, setPreview] = useState<Previews | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = rules === null ? null : JSON.stringify(rules);
  useEffect(() => {
    const [day = '', clock = ''] = created.split('T');
    const [hours = Number.NaN, minutes = Number.NaN] = clock.split(':').map(Number);
    if (asked === null || day === '' || Number.isNaN(hours * minutes)) return undefined;
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const wanted = JSON.parse(asked) as SlaRules;
      const at = fromLocalTime({ day, minutes: hours * 60 + minutes }, wanted.calendar.time_zone);
      const answered = await askNode(store, slaCalls.preview, {
        body: { rules: wanted, priority, created_at: new Date(at).toISOString() },
      });
      if (!isWanted) return;
      setPreview(answered.ok ? answered.value : null);
      setProblem(answered.ok ? null : failureText(answered.error));
    };
    const timer = setTimeout(() => void ask(), 300);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [store, asked, priority, created]);
  return { preview, problem };
}

/** What the rules come to for a ticket of this moment: "created Friday 16:30, due Monday 09:30", and why. */
export function SlaPreview({ rules }: { rules: SlaRules | null }) {
  const t = wordsOf('admin-sla');
  const [priority, setPriority] = useState<Priority>('high');
  const [created, setCreated] = useState(() => nextFriday(Date.now()));
  const { preview, problem } = usePreview(rules, priority, created);
  const zone = rules?.calendar.time_zone ?? 'UTC';
  return (
    <Preview title={t('preview.title')}>
      <NativeSelect
        size="xs"
        label={t('preview.priority')}
        value={priority}
        onChange={(event) =>
          setPriority(priorities.find((each) => each === event.currentTarget.value) ?? 'high')
        }
        data={priorities.map((value) => ({ value, label: priorityWord(value) }))}
      />
      <TextInput
        size="xs"
        type="datetime-local"
        label={t('preview.created')}
        description={t('preview.created_hint')}
        value={created}
        onChange={(event) => setCreated(event.currentTarget.value)}
      />
      <div role="status" className={classes['dues']}>
        {problem}
        {preview === null || rules === null ? null : (
          <>
            <Due
              text={t('preview.response', { due: dueText(preview.first_response, zone) })}
              previewed={preview.first_response}
            />
            {preview.resolution === null ? (
              <span>{t('preview.no_resolution')}</span>
            ) : (
              <Due
                text={t('preview.resolution', { due: dueText(preview.resolution, zone) })}
                previewed={preview.resolution}
              />
            )}
          </>
        )}
      </div>
    </Preview>
  );
}
