import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import type { TicketDetail } from '#shared/protocol/ticket-detail.ts';

/** The ticket that is likely to be opened next, read ahead: opening it then takes no reading. */
export interface PeekedTicket {
  /** Reads it, after the one that is being read already; of several that come meanwhile, the last. */
  peek: (uid: string) => Promise<void>;
  /** Gives it away if it is there. */
  take: (uid: string) => TicketDetail | null;
  /** Lets go of it: something about these tickets changed, or about all of them (null). */
  forget: (uids: readonly string[] | null) => void;
}

export function createPeekedTicket(bridge: ConsoleBridge): PeekedTicket {
  let held: TicketDetail | null = null;
  let wanted: string | null = null;
  let underWay: string | null = null;
  let isOutdated = false;

  async function peek(uid: string): Promise<void> {
    wanted = uid;
    if (underWay !== null || held?.ticket.uid === uid) return;
    underWay = uid;
    isOutdated = false;
    const result = await bridge.call('tickets.get', { uid });
    underWay = null;
    if (result.ok && !isOutdated) held = result.value;
    if (wanted !== uid) await peek(wanted);
  }

  return {
    peek,
    take: (uid) => {
      if (held?.ticket.uid !== uid) return null;
      const taken = held;
      held = null;
      return taken;
    },
    forget: (uids) => {
      const isNamed = (uid: string | undefined): boolean =>
        uid !== undefined && (uids === null || uids.includes(uid));
      if (isNamed(held?.ticket.uid)) held = null;
      if (isNamed(underWay ?? undefined)) isOutdated = true;
    },
  };
}
