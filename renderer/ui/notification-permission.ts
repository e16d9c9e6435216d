export function mayNotify(): boolean {
  return 'Notification' in globalThis && Notification.permission === 'granted';
}
