import { Modal, UnstyledButton } from '@mantine/core';
import { settingsParts, type SettingsPart } from '../../store/desktop-app-state.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { AboutPart } from './about-part.tsx';
import { GeneralPart } from './general-part.tsx';
import { NetworkPart } from './network-part.tsx';
import { NodePart } from './node-part.tsx';
import { NotificationsPart } from './notifications-part.tsx';
import classes from './settings.module.css';

const contentByPart: Readonly<Record<SettingsPart, () => React.ReactNode>> = {
  general: GeneralPart,
  notifications: NotificationsPart,
  node: NodePart,
  network: NetworkPart,
  about: AboutPart,
};

/** How the desktop app behaves on this computer. What is changed counts at once. */
export function SettingsDialog() {
  const store = useConsoleStore();
  const t = wordsOf(['desktop-app', 'common']);
  const part = useConsole((state) => state.settingsPart);
  const isLoaded = useConsole((state) => state.desktop !== null);
  const { showSettings } = store.getState();
  const Content = part === null ? null : contentByPart[part];
  return (
    <Modal
      opened={part !== null && isLoaded}
      onClose={() => showSettings(null)}
      title={t('desktop-app:settings')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      size={760}
    >
      <div className={classes['dialog']}>
        <nav className={classes['parts']} aria-label={t('desktop-app:settings')}>
          {settingsParts.map((known) => (
            <UnstyledButton
              key={known}
              className={classes['part']}
              aria-current={known === part ? 'page' : undefined}
              onClick={() => showSettings(known)}
            >
              {t(`desktop-app:part.${known}`)}
            </UnstyledButton>
          ))}
        </nav>
        <div className={classes['content']}>{Content === null ? null : <Content />}</div>
      </div>
    </Modal>
  );
}
