/** What this surface says to those it turns away: documented texts, and our own where the document has none. */
export const accessTexts = {
  signedOut: 'Authentication credentials were not provided.',
  adminsOnly: 'Only admin can perform this action',
};

export const wrongCredentials = 'No active account found with the given credentials';
export const wrongRefreshToken = 'Token is invalid or expired';
export const waitsForApproval = 'Your account is waiting for approval';

export const ticketNotFound = 'Ticket not found';
export const userNotFound = 'User not found';
export const failedNotificationNotFound = 'No failed notification with this id';
export const attachmentNotFound = 'Attachment not found';

export const forbiddenTexts = {
  /** Documented for developers; everybody else gets the second. */
  notAssigned: 'You are not assigned to this ticket',
  noAccess: 'You do not have access to this ticket',
  create: 'Only clients can create tickets',
  approve: 'You can only approve your own tickets',
  reject: 'You can only reject your own tickets',
};

export const passwordsDiffer = 'Passwords do not match';
export const bothPasswords = 'Both password and password_confirm are required';
