import { Menu } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** More would not be read; another letter narrows them down. */
const shownLimit = 10;
/** As the desk allows (shared/mutators/draft-rows.ts). */
const maxLength = 50;

/** Known tags that fit what was typed: those that begin with it first. */
export function tagsFitting(known: readonly string[], wanted: string): string[] {
  const letters = wanted.trim().toLowerCase();
  const fitting = known.filter((tag) => tag.toLowerCase().includes(letters));
  const begins = (tag: string): number => Number(!tag.toLowerCase().startsWith(letters));
  return fitting.toSorted((a, b) => begins(a) - begins(b)).slice(0, shownLimit);
}

interface TagChoicesProps {
  /** Tags in use, the most used first. */
  known: readonly string[];
  carried: readonly string[];
  onToggle: (tag: string, isAdded: boolean) => void;
}

/** Items of a menu: tags to put on or take off, or a new one as typed. */
export function TagChoices({ known, carried, onToggle }: TagChoicesProps) {
  const { t } = useTranslation('tickets');
  const [text, setText] = useState('');
  const wanted = text.trim();
  const all = [...new Set([...carried, ...known])];
  const fitting = tagsFitting(all, wanted);
  const isNew = wanted !== '' && !all.includes(wanted);
  return (
    <>
      <Menu.Search
        aria-label={t('tags.search')}
        placeholder={t('tags.placeholder')}
        value={text}
        maxLength={maxLength}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {fitting.map((tag) => (
        <Menu.Item
          key={tag}
          closeMenuOnClick={false}
          rightSection={carried.includes(tag) ? <IconCheck aria-hidden size={14} stroke={2} /> : null}
          aria-checked={carried.includes(tag)}
          role="menuitemcheckbox"
          onClick={() => onToggle(tag, !carried.includes(tag))}
        >
          {tag}
        </Menu.Item>
      ))}
      {isNew ? (
        <Menu.Item
          leftSection={<IconPlus aria-hidden size={15} stroke={2} />}
          onClick={() => onToggle(wanted, true)}
        >
          {t('tags.create', { tag: wanted })}
        </Menu.Item>
      ) : null}
      {fitting.length === 0 && !isNew ? <Menu.Label>{t('tags.none')}</Menu.Label> : null}
    </>
  );
}
