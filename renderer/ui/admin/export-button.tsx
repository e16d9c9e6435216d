import { ActionIcon, Button } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { wordsOf } from '../i18n/i18n.ts';

interface ExportButtonProps {
  /** Whether it says what it does, as buttons of a whole page do. */
  isWide?: boolean;
  onExport: () => Promise<void>;
}

/** Saves what stands beside it as CSV. */
export function ExportButton({ isWide = false, onExport }: ExportButtonProps) {
  const t = wordsOf('admin');
  const name = t('export_csv');
  const icon = <IconDownload aria-hidden size={16} stroke={1.75} />;
  const onClick = () => void onExport();
  return isWide ? (
    <Button size="sm" variant="default" leftSection={icon} onClick={onClick}>
      {name}
    </Button>
  ) : (
    <ActionIcon aria-label={name} title={name} onClick={onClick}>
      {icon}
    </ActionIcon>
  );
}
