/**
 * Takes the focus to the next or the previous message of the conversation; from elsewhere, to the newest.
 * @returns false when there is none.
 */
export function focusMessage(step: 1 | -1): boolean {
  const messages = [...document.querySelectorAll<HTMLElement>('[data-message]')];
  const current = messages.findIndex((message) => message === document.activeElement);
  const next = current === -1 ? messages.length - 1 : current + step;
  const message = messages[Math.min(Math.max(next, 0), messages.length - 1)];
  message?.focus();
  message?.scrollIntoView({ block: 'nearest' });
  return message !== undefined;
}
