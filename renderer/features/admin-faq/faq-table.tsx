import IconBook from '@tabler/icons-react/dist/esm/icons/IconBook.mjs';
import type { UsedFaq } from '#shared/protocol/admin/knowledge.ts';
import { usedWithinDays } from '#shared/protocol/admin/macros.ts';
import { formatAdminPlace } from '../../store/admin-place.ts';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { FigureLink } from '../../ui/admin/figure-link.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { Moment } from '../../ui/admin/moment.tsx';
import { activeColumn, menuColumn } from '../../ui/admin/row-actions.tsx';
import { OpenRow } from '../../ui/admin/row-name.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';

export type FaqAction = 'edit' | 'switch';

/** How often, which opens the conversations. */
function Used({ faqId, count, state }: { faqId: number; count: number; state?: 'handed_over' }) {
  if (count === 0) return figure(0);
  const conversations = { days: usedWithinDays, faq_id: faqId, state, show: 'conversations' };
  return <FigureLink href={formatAdminPlace('bot', conversations)}>{figure(count)}</FigureLink>;
}

function useColumns(onAction: (action: FaqAction, faq: UsedFaq) => void): Column<UsedFaq>[] {
  const t = wordsOf('admin-faq');
  return [
    {
      id: 'question',
      header: t('column.question'),
      isRowHeader: true,
      sortBy: ({ question }) => question,
      cell: (faq) => (
        <OpenRow second={faq.answer} onOpen={() => onAction('edit', faq)}>
          {faq.question}
        </OpenRow>
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
      formula: t('formula.answers'),
      cell: ({ id, answers }) => <Used faqId={id} count={answers} />,
    },
    {
      id: 'escalated',
      header: t('column.escalated'),
      isFigure: true,
      sortBy: ({ escalated }) => escalated,
      formula: t('formula.escalated'),
      cell: ({ id, escalated }) => <Used faqId={id} count={escalated} state="handed_over" />,
    },
    {
      id: 'answered_at',
      header: t('column.answered_at'),
      sortBy: ({ answered_at }) => answered_at,
      cell: ({ answered_at }) => (answered_at === null ? t('never') : <Moment at={answered_at} />),
    },
    activeColumn(t('column.state'), { active: t('active'), inactive: t('inactive') }),
    menuColumn(
      ({ question }) => question,
      (faq) => [
        { label: t('edit'), onClick: () => onAction('edit', faq) },
        {
          label: t(faq.is_active ? 'switch_off' : 'switch_on'),
          onClick: () => onAction('switch', faq),
        },
      ],
    ),
  ];
}

/** Answers in rows, with how much each is used. */
export function FaqTable({
  faqs,
  hasOthers,
  onAction,
}: {
  faqs: readonly UsedFaq[];
  /** There are others, which do not fit what is looked for. */
  hasOthers: boolean;
  onAction: (action: FaqAction, faq: UsedFaq) => void;
}) {
  const t = wordsOf('admin-faq');
  const columns = useColumns(onAction);
  return (
    <DataTable
      label={t('list')}
      columns={columns}
      rows={faqs}
      rowKey={({ id }) => id}
      initialSort={{ id: 'answers', isDescending: true }}
      toneOf={({ is_active }) => (is_active ? 'plain' : 'muted')}
      empty={{ icon: IconBook, title: t(hasOthers ? 'empty.title' : 'empty.none'), text: t('empty.text') }}
    />
  );
}
