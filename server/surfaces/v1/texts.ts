/** What this surface says to those it turns away: documented texts, and our own where the document has none. */
export const accessTexts = {
  signedOut: 'Invalid or expired token',
  adminsOnly: 'Access denied. Required roles: super_admin, admin',
};

export const wrongCredentials = 'Invalid username or password';
export const wrongRefreshToken = 'Invalid or expired refresh token';
export const wrongOldPassword = 'Incorrect current password';

/** Said to an agent who reaches for a ticket that is not theirs. */
export const forbiddenTexts = {
  view: 'Access denied. You can only view your assigned tickets.',
  update: 'Access denied. You can only update your assigned tickets.',
  note: 'Access denied. You can only add notes to your assigned tickets.',
  message: 'Access denied. You can only write to your assigned tickets.',
  attach: 'Access denied. You can only attach files to your assigned tickets.',
  change: 'Access denied. You cannot change tickets.',
  export: 'Access denied. You cannot export tickets.',
  changes: 'Access denied. You cannot read changes.',
  tokens: 'Access denied. You cannot have API tokens.',
  search: 'Access denied. You cannot search tickets.',
  create: 'Access denied. You cannot create tickets.',
};
