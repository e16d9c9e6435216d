import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/admin/page.tsx';
import { TokenSection } from './token-section.tsx';
import { WebhookSection } from './webhook-section.tsx';

/** Other programs: the keys they ask with, and what they are told. */
export function ApiView() {
  const { t } = useTranslation(['admin-api', 'admin']);
  return (
    <Page title={t('admin:section.api')} description={t('admin-api:description')}>
      <TokenSection />
      <WebhookSection />
    </Page>
  );
}
