export const accountEn = {
  account: 'Account',
  account_of: 'Account: {{name}}',
  app_settings: 'Settings of the app',
  keyboard_shortcuts: 'Keyboard shortcuts',
  language: 'Language',
  language_system: 'System',
  sign_out: 'Sign out',
  still_signed_in: 'Still signed in: {{reason}}',
  theme: 'Theme',
  theme_of: {
    light: 'Light',
    dark: 'Dark',
    auto: 'System',
  },
  unsent: {
    title: 'Sign out with unsent changes?',
    text_one: '{{count}} change has not reached the node. Signing out now discards it for good.',
    text_other: '{{count}} changes have not reached the node. Signing out now discards them for good.',
    stay: 'Stay signed in',
    discard: 'Discard and sign out',
  },
} as const;
