import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import IconDeviceDesktop from '@tabler/icons-react/dist/esm/icons/IconDeviceDesktop.mjs';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconLogout from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs';
import IconMoon from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSun.mjs';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { useKeyLabel } from '../../store/use-titled.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord, roleWord } from '../../ui/tickets/words.ts';
import classes from './account-menu.module.css';
import { LanguageItems } from './language-items.tsx';
import { SignOutDialog } from './sign-out-dialog.tsx';

const schemes: readonly { value: MantineColorScheme; icon: typeof IconSun }[] = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconDeviceDesktop },
];

function ThemeItems() {
  const t = wordsOf('account');
  // Switching transitions off for the moment of change would take a style element, which the security policy refuses.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
      {schemes.map(({ value, icon: SchemeIcon }) => (
        <Menu.RadioItem
          key={value}
          value={value}
          rightSection={<SchemeIcon aria-hidden size={15} stroke={1.75} />}
        >
          {t(`theme_of.${value}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

/** What can be opened from here, and the way out. */
function ActionItems() {
  const store = useConsoleStore();
  const t = wordsOf(['account', 'notifications']);
  const isDesktop = useConsole((state) => state.desktop !== null);
  const helpKey = useKeyLabel('help');
  return (
    <>
      <Menu.Item
        leftSection={<IconBell aria-hidden size={15} stroke={1.75} />}
        onClick={() => store.getState().setNotificationsOpen(true)}
      >
        {t('notifications:open')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconKeyboard aria-hidden size={15} stroke={1.75} />}
        rightSection={<span className={classes['key']}>{helpKey}</span>}
        onClick={() => store.getState().setHelpOpen(true)}
      >
        {t('keyboard_shortcuts')}
      </Menu.Item>
      {isDesktop ? (
        <Menu.Item
          leftSection={<IconSettings aria-hidden size={15} stroke={1.75} />}
          onClick={() => store.getState().showSettings('general')}
        >
          {t('app_settings')}
        </Menu.Item>
      ) : null}
      <Menu.Item
        leftSection={<IconLogout aria-hidden size={15} stroke={1.75} />}
        onClick={() => void store.getState().startSignOut()}
      >
        {t('sign_out')}
      </Menu.Item>
    </>
  );
}

/** Who is signed in, how the app looks, and the way out. */
export function AccountMenu() {
  const store = useConsoleStore();
  const t = wordsOf('account');
  const user = useConsole(({ session }) => (session?.state === 'signed_in' ? session.user : null));
  const unsentCount = useConsole((state) => state.unsentAtSignOut);
  if (user === null) return null;
  const department = user.department === null ? '' : ` · ${categoryWord(user.department)}`;

  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <UnstyledButton
            className={classes['button']}
            aria-label={t('account_of', { name: user.full_name })}
          >
            <Avatar name={user.full_name} size={26} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('account')}>
          <div className={classes['who']}>
            <strong>{user.full_name}</strong>
            <span>
              {roleWord(user.role)}
              {department}
            </span>
          </div>
          <Menu.Divider />
          <Menu.Label>{t('theme')}</Menu.Label>
          <ThemeItems />
          <LanguageItems />
          <Menu.Divider />
          <ActionItems />
        </Menu.Dropdown>
      </Menu>
      <SignOutDialog unsentCount={unsentCount} onClose={() => store.getState().cancelSignOut()} />
    </>
  );
}
