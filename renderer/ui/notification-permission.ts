/** Whether asking the reader for notifications makes sense: possible, and not answered yet. */
export function canAskForNotifications(): boolean {
  return 'Notification' in globalThis && Notification.permission === 'default';
}

export function mayNotify(): boolean {
  return 'Notification' in globalThis && Notification.permission === 'granted';
}
