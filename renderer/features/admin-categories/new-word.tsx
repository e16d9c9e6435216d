import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { departments, isDepartment } from '#shared/model/department.ts';
import { Section } from '../../ui/admin/page.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord } from '../../ui/tickets/words.ts';
import type { OnRoute } from './on-route.ts';
import classes from './categories.module.css';

/** A department for a word that no document lists: admins of the ticket panel may write any. */
export function NewWord({ onRoute }: { onRoute: OnRoute }) {
  const t = wordsOf('admin-categories');
  const [word, setWord] = useState('');
  const [department, setDepartment] = useState<(typeof departments)[number]>('general');

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (word.trim() === '') return;
    setWord('');
    void onRoute({ vocabulary: 'admin', word: word.trim() }, department);
  }

  return (
    <Section title={t('new_word')}>
      <form className={classes['form']} onSubmit={onSubmit}>
        <TextInput
          size="xs"
          label={t('column.word')}
          placeholder={t('new_word_hint')}
          maxLength={100}
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label={t('column.department')}
          value={department}
          onChange={({ currentTarget: { value } }) => {
            if (isDepartment(value)) setDepartment(value);
          }}
          data={departments.map((value) => ({ value, label: categoryWord(value) }))}
        />
        <Button type="submit" variant="default" disabled={word.trim() === ''}>
          {t('add')}
        </Button>
      </form>
    </Section>
  );
}
