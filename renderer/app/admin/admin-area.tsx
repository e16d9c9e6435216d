import { Loader } from '@mantine/core';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react';
import { isAdmin } from '#shared/model/user.ts';
import type { AdminSection } from '../../store/admin-place.ts';
import { useConsole } from '../../store/store-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './admin-area.module.css';
import { AdminNav } from './admin-nav.tsx';

type View = LazyExoticComponent<ComponentType>;

const view = (load: () => Promise<ComponentType>): View => lazy(async () => ({ default: await load() }));

/** Each part is a chunk of its own, fetched when it is opened. */
const viewBySection: Record<AdminSection, View> = {
  overview: view(async () => (await import('../../features/admin-overview/overview-view.tsx')).OverviewView),
  tickets: view(async () => (await import('../../features/admin-tickets/tickets-view.tsx')).TicketsView),
  queue: view(async () => (await import('../../features/admin-queue/queue-view.tsx')).QueueView),
  people: view(async () => (await import('../../features/admin-people/people-view.tsx')).PeopleView),
  bot: view(async () => (await import('../../features/admin-bot/bot-view.tsx')).BotView),
  faq: view(async () => (await import('../../features/admin-faq/faq-view.tsx')).FaqView),
  macros: view(async () => (await import('../../features/admin-macros/macros-view.tsx')).MacrosView),
  sla: view(async () => (await import('../../features/admin-sla/sla-view.tsx')).SlaView),
  categories: view(
    async () => (await import('../../features/admin-categories/categories-view.tsx')).CategoriesView,
  ),
  channels: view(async () => (await import('../../features/admin-channels/channels-view.tsx')).ChannelsView),
  deliveries: view(
    async () => (await import('../../features/admin-deliveries/deliveries-view.tsx')).DeliveriesView,
  ),
  api: view(async () => (await import('../../features/admin-api/api-view.tsx')).ApiView),
  health: view(async () => (await import('../../features/admin-health/health-view.tsx')).HealthView),
  audit: view(async () => (await import('../../features/admin-audit/audit-view.tsx')).AuditView),
  import: view(async () => (await import('../../features/admin-import/import-view.tsx')).ImportView),
  backups: view(async () => (await import('../../features/admin-backups/backups-view.tsx')).BackupsView),
};

function Waiting() {
  const t = wordsOf('admin');
  return (
    <div className={classes['waiting']} role="status" aria-label={t('loading')}>
      <Loader size="sm" />
    </div>
  );
}

/** The elevated views of the same app. Others than admins are told so; the node answers them nothing anyway. */
export function AdminArea() {
  const t = wordsOf('admin');
  const section = useConsole((state) => state.adminPlace?.section ?? 'overview');
  const isAllowed = useConsole(({ session }) => session?.state === 'signed_in' && isAdmin(session.user));
  if (!isAllowed) {
    return (
      <main className={classes['only']}>
        <EmptyState icon={IconLock} title={t('only_admins.title')}>
          {t('only_admins.text')}
        </EmptyState>
      </main>
    );
  }
  const SectionView = viewBySection[section];
  return (
    <div className={classes['area']}>
      <AdminNav />
      <main className={classes['main']}>
        <Suspense fallback={<Waiting />}>
          <SectionView key={section} />
        </Suspense>
      </main>
    </div>
  );
}
