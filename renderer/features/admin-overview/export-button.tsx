import { ActionIcon } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useTranslation } from 'react-i18next';
import { exportFiguresCall, type FigureScope, type Grouping } from '#shared/protocol/admin/figures.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { failureText } from '../../ui/admin/failure-text.ts';
import { saveFile } from '../../ui/save-file.ts';

/** Saves the figures as CSV: a line for each day, or for each of a group. */
export function ExportButton({ table, scope }: { table: 'days' | Grouping; scope: FigureScope }) {
  const { t } = useTranslation('admin');
  const store = useConsoleStore();

  async function save(): Promise<void> {
    const answered = await askNode(store, exportFiguresCall, { query: { ...scope, table } });
    if (answered.ok) saveFile(`waypost-${table}.csv`, 'text/csv;charset=utf-8', answered.value);
    else store.getState().notify(t('failed', { reason: failureText(answered.error) }), 'problem');
  }

  return (
    <ActionIcon aria-label={t('export_csv')} title={t('export_csv')} onClick={() => void save()}>
      <IconDownload aria-hidden size={16} stroke={1.75} />
    </ActionIcon>
  );
}
