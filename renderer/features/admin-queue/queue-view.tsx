import { SegmentedControl } from '@mantine/core';
import { formatAdminPlace } from '../../store/admin-place.ts';
import { useConsole } from '../../store/store-context.tsx';
import { Page } from '../../ui/admin/page.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { AssignmentsPart } from './assignments-part.tsx';
import { WaitingPart } from './waiting-part.tsx';

/** Tickets that nobody has, and who was given which one and why. */
export function QueueView() {
  const t = wordsOf(['admin-queue', 'admin']);
  const isHistory = useConsole((state) => state.adminPlace?.params['tab'] === 'assignments');
  return (
    <Page
      title={t('admin:section.queue')}
      description={t('admin-queue:description')}
      actions={
        <SegmentedControl
          aria-label={t('admin-queue:tabs')}
          value={isHistory ? 'assignments' : 'waiting'}
          onChange={(tab) => {
            window.location.hash = formatAdminPlace('queue', tab === 'waiting' ? {} : { tab });
          }}
          data={[
            { value: 'waiting', label: t('admin-queue:waiting') },
            { value: 'assignments', label: t('admin-queue:assignments') },
          ]}
        />
      }
    >
      {isHistory ? <AssignmentsPart /> : <WaitingPart />}
    </Page>
  );
}
