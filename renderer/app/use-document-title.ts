import { useEffect } from 'react';
import { useConsole } from '../store/store-context.tsx';
import { ticketNumber } from '../ui/tickets/words.ts';

/** `(3) #12 Cannot pay · Waypost`: what is unread, and what is open. */
export function titleText(
  unreadCount: number,
  ticket: { id: number | null; subject: string } | null,
): string {
  const unread = unreadCount === 0 ? '' : `(${unreadCount}) `;
  const open = ticket === null ? '' : `${ticketNumber(ticket.id)} ${ticket.subject} · `;
  return `${unread}${open}Waypost`;
}

export function useDocumentTitle(): void {
  const title = useConsole((state) => titleText(state.unreadCount, state.detail?.ticket ?? null));
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = 'Waypost';
    };
  }, [title]);
}
