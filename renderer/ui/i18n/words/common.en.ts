export const commonEn = {
  cancel: 'Cancel',
  change: 'Change',
  close: 'Close',
  save: 'Save',
  try_again: 'Try again',
} as const;
