/** What came of a notification that was shown for a test, and why nothing did. */
export type NotificationVerdict =
  | 'shown'
  | 'insecure'
  | 'unsupported'
  | 'denied'
  | 'not_answered'
  | 'refused'
  | 'not_confirmed';

/** How long a system may take to show one before it counts as held back, by Do Not Disturb for instance. */
const confirmWaitMs = 4_000;

/** The browser's part in it, to be handed in by tests. */
interface NotificationHost {
  isSecureContext: boolean;
  Notification?: Pick<typeof Notification, 'permission' | 'requestPermission'> &
    (new (title: string, options?: NotificationOptions) => Pick<Notification, 'addEventListener'>);
}

/** Whether the browser would show a notification; asks its user where they have not answered yet. */
async function permissionOf({ isSecureContext, Notification }: NotificationHost) {
  if (!isSecureContext) return 'insecure';
  if (Notification === undefined) return 'unsupported';
  const permission =
    Notification.permission === 'default' ? await Notification.requestPermission() : Notification.permission;
  if (permission === 'denied') return 'denied';
  return permission === 'default' ? 'not_answered' : null;
}

/** Shows a notification for a test, waits for the system's word, and tells what stood in the way. */
export async function testNotification(
  { title, body }: { title: string; body: string },
  host: NotificationHost = globalThis,
): Promise<NotificationVerdict> {
  const obstacle = await permissionOf(host);
  if (obstacle !== null || host.Notification === undefined) return obstacle ?? 'unsupported';
  const notification = new host.Notification(title, { body, tag: 'test' });
  return new Promise((resolve) => {
    notification.addEventListener('show', () => resolve('shown'));
    notification.addEventListener('error', () => resolve('refused'));
    setTimeout(() => resolve('not_confirmed'), confirmWaitMs);
  });
}
