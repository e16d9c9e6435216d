import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core';
import IconBook from '@tabler/icons-react/dist/esm/icons/IconBook.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { useTranslation } from 'react-i18next';
import type { UsedFaq } from '#shared/protocol/admin/knowledge.ts';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { Tag } from '../../ui/admin/tag.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { exactTime } from '../../ui/time.ts';
import classes from './faq.module.css';

export type FaqAction = 'edit' | 'switch';

function FaqMenu({ faq, onAction }: { faq: UsedFaq; onAction: (action: FaqAction) => void }) {
  const { t } = useTranslation('admin-faq');
  return (
    <Menu position="bottom-end" width={170}>
      <Menu.Target>
        <ActionIcon aria-label={t('menu', { question: faq.question })}>
          <IconDots aria-hidden size={17} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onAction('edit')}>{t('edit')}</Menu.Item>
        <Menu.Item onClick={() => onAction('switch')}>
          {t(faq.is_active ? 'switch_off' : 'switch_on')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useColumns(onAction: (action: FaqAction, faq: UsedFaq) => void): Column<UsedFaq>[] {
  const { t } = useTranslation('admin-faq');
  return [
    {
      id: 'question',
      header: t('column.question'),
      isRowHeader: true,
      sortBy: ({ question }) => question,
      cell: (faq) => (
        <button type="button" className={classes['question']} onClick={() => onAction('edit', faq)}>
          {faq.question}
          <span>{faq.answer}</span>
        </button>
      ),
    },
    {
      id: 'category',
      header: t('column.category'),
      sortBy: ({ category }) => category,
      cell: ({ category }) => category,
    },
    {
      id: 'answers',
      header: t('column.answers'),
      isFigure: true,
      sortBy: ({ answers }) => answers,
      cell: ({ answers }) => figure(answers),
    },
    {
      id: 'escalated',
      header: t('column.escalated'),
      isFigure: true,
      sortBy: ({ escalated }) => escalated,
      cell: ({ escalated }) => figure(escalated),
    },
    {
      id: 'answered_at',
      header: t('column.answered_at'),
      sortBy: ({ answered_at }) => answered_at,
      cell: ({ answered_at }) => (answered_at === null ? t('never') : exactTime(answered_at)),
    },
    {
      id: 'state',
      header: t('column.state'),
      sortBy: ({ is_active }) => Number(is_active),
      cell: ({ is_active }) => (
        <Tag tone={is_active ? 'green' : 'grey'}>{t(is_active ? 'active' : 'inactive')}</Tag>
      ),
    },
    {
      id: 'actions',
      header: t('column.actions'),
      headerCell: <VisuallyHidden>{t('column.actions')}</VisuallyHidden>,
      width: '44px',
      cell: (faq) => <FaqMenu faq={faq} onAction={(action) => onAction(action, faq)} />,
    },
  ];
}

/** Answers in rows, with how much each is used. */
export function FaqTable({
  faqs,
  onAction,
}: {
  faqs: readonly UsedFaq[];
  onAction: (action: FaqAction, faq: UsedFaq) => void;
}) {
  const { t } = useTranslation('admin-faq');
  const columns = useColumns(onAction);
  return (
    <DataTable
      label={t('list')}
      columns={columns}
      rows={faqs}
      rowKey={({ id }) => id}
      initialSort={{ id: 'answers', isDescending: true }}
      toneOf={({ is_active }) => (is_active ? 'plain' : 'muted')}
      empty={
        <EmptyState icon={IconBook} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      }
    />
  );
}
