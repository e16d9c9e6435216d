import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { z } from 'zod';
import { knowledgeCalls } from '#shared/protocol/admin/knowledge.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useTell } from '../../store/use-tell.ts';
import { share } from '../../ui/admin/figures.ts';
import { Frame } from '../../ui/admin/frame.tsx';
import { Tag } from '../../ui/admin/tag.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './faq.module.css';

type Tried = z.output<typeof knowledgeCalls.tryOut.answer>;

function Found({ hits, threshold }: Tried) {
  const t = wordsOf('admin-faq');
  const [best, ...others] = hits;
  if (best === undefined) return <p className={classes['note']}>{t('try.nothing')}</p>;
  const isSure = best.confidence >= threshold;
  return (
    <>
      <p className={classes['note']}>{t(isSure ? 'try.sure' : 'try.unsure')}</p>
      <ul className={classes['hits']}>
        {[best, ...others].map(({ id, question, answer, confidence }, index) => (
          <li key={id}>
            <span className={classes['hitHead']}>
              <strong>{question}</strong>
              <Tag tone={index === 0 && isSure ? 'green' : 'grey'}>
                {t('try.confidence', { confidence: share(confidence) })}
              </Tag>
            </span>
            {index === 0 ? <span className={classes['hitText']}>{answer}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the bot would say to a question now, and how sure it would be. */
export function TryOut() {
  const t = wordsOf('admin-faq');
  const store = useConsoleStore();
  const tell = useTell();
  const [question, setQuestion] = useState('');
  const [tried, setTried] = useState<Tried | null>(null);

  async function ask(): Promise<void> {
    const answered = await askNode(store, knowledgeCalls.tryOut, { body: { question } });
    tell(answered, (value) => {
      setTried(value);
      return null;
    });
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (question.trim() !== '') void ask();
  }

  return (
    <Frame as="section" className={classes['try']} aria-label={t('try.title')}>
      <form className={classes['ask']} onSubmit={onSubmit}>
        <TextInput
          className={classes['grow'] ?? ''}
          label={t('try.title')}
          placeholder={t('try.label')}
          maxLength={500}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" size="sm" disabled={question.trim() === ''}>
          {t('try.ask')}
        </Button>
      </form>
      <div role="status">{tried === null ? null : <Found {...tried} />}</div>
    </Frame>
  );
}
