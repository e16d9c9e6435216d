import { Page } from '../../ui/admin/page.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { TokenSection } from './token-section.tsx';
import { WebhookSection } from './webhook-section.tsx';

/** Other programs: the keys they ask with, and what they are told. */
export function ApiView() {
  const t = wordsOf(['admin-api', 'admin']);
  return (
    <Page title={t('admin:section.api')} description={t('admin-api:description')}>
      <TokenSection />
      <WebhookSection />
    </Page>
  );
}
