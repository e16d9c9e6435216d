import { UnstyledButton } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import IconActivity from '@tabler/icons-react/dist/esm/icons/IconActivity.mjs';
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconChartBar from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs';
import IconBook from '@tabler/icons-react/dist/esm/icons/IconBook.mjs';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import IconRoute from '@tabler/icons-react/dist/esm/icons/IconRoute.mjs';
import IconRobot from '@tabler/icons-react/dist/esm/icons/IconRobot.mjs';
import IconUserQuestion from '@tabler/icons-react/dist/esm/icons/IconUserQuestion.mjs';
import IconBolt from '@tabler/icons-react/dist/esm/icons/IconBolt.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconPlug from '@tabler/icons-react/dist/esm/icons/IconPlug.mjs';
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs';
import IconWebhook from '@tabler/icons-react/dist/esm/icons/IconWebhook.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { formatAdminPlace, type AdminSection } from '../../store/admin-place.ts';
import { useConsole } from '../../store/store-context.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './admin-area.module.css';

const groups: readonly {
  id: 'work' | 'knowledge' | 'connections' | 'system';
  sections: readonly [AdminSection, Icon][];
}[] = [
  {
    id: 'work',
    sections: [
      ['overview', IconChartBar],
      ['queue', IconUserQuestion],
      ['people', IconUsers],
    ],
  },
  {
    id: 'knowledge',
    sections: [
      ['bot', IconRobot],
      ['faq', IconBook],
      ['macros', IconBolt],
      ['sla', IconClock],
      ['categories', IconRoute],
    ],
  },
  {
    id: 'connections',
    sections: [
      ['channels', IconPlug],
      ['deliveries', IconSend],
      ['api', IconWebhook],
    ],
  },
  {
    id: 'system',
    sections: [
      ['health', IconActivity],
      ['audit', IconHistory],
      ['backups', IconArchive],
      ['import', IconFileImport],
    ],
  },
];

/** The parts of the admin area. */
export function AdminNav() {
  const t = wordsOf('admin');
  const current = useConsole((state) => state.adminPlace?.section ?? null);
  const overdue = useConsole((state) => state.overdueCount);
  return (
    <nav aria-label={t('area')} className={classes['nav']}>
      {groups.map(({ id, sections }) => (
        <div key={id} className={classes['group']}>
          <h2 className={classes['heading']}>{t(`group.${id}`)}</h2>
          {sections.map(([section, SectionIcon]) => (
            <UnstyledButton
              key={section}
              component="a"
              href={formatAdminPlace(section)}
              className={classes['link']}
              aria-current={
                current === section || (current === 'tickets' && section === 'overview') ? 'page' : undefined
              }
            >
              <SectionIcon aria-hidden size={16} stroke={1.75} />
              <span className={classes['word']}>{t(`section.${section}`)}</span>
              {section === 'queue' && overdue > 0 ? (
                <span className={classes['overdue']}>{figure(overdue)}</span>
              ) : null}
            </UnstyledButton>
          ))}
        </div>
      ))}
    </nav>
  );
}
