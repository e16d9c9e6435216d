import { ActionIcon } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useTranslation } from 'react-i18next';

/** Saves what stands beside it as CSV. */
export function ExportButton({ onExport }: { onExport: () => Promise<void> }) {
  const { t } = useTranslation('admin');
  return (
    <ActionIcon aria-label={t('export_csv')} title={t('export_csv')} onClick={() => void onExport()}>
      <IconDownload aria-hidden size={16} stroke={1.75} />
    </ActionIcon>
  );
}
