export const accountEn = {
  language: 'Language',
  language_system: 'System',
} as const;
