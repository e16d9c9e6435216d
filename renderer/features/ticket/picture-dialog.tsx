import { Button, Modal } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './attached-file.module.css';

interface PictureDialogProps {
  name: string;
  url: string;
  onSave: () => void;
  onClose: () => void;
}

/** A picture as large as the window allows. */
export function PictureDialog({ name, url, onSave, onClose }: PictureDialogProps) {
  const t = wordsOf('files');
  return (
    <Modal
      opened
      size="auto"
      centered
      title={<bdi>{name}</bdi>}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={onClose}
    >
      <img className={classes['large']} src={url} alt={name} />
      <div className={classes['actions']}>
        <Button
          variant="default"
          leftSection={<IconDownload aria-hidden size={16} stroke={1.75} />}
          onClick={onSave}
        >
          {t('save_short')}
        </Button>
      </div>
    </Modal>
  );
}
