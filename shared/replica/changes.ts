import type { Clock } from '../model/clock.ts';
import type { UidFactory } from '../model/uid.ts';
import { findMutator, type MutatorName } from '../mutators/registry.ts';
import type { TicketArgs } from '../mutators/mutator.ts';
import { refusalSchema } from '../mutators/refusal.ts';
import { DeskError } from '../protocol/errors.ts';
import type { Conflict, ConflictChoice, Mutated } from '../protocol/kept-change.ts';
import type { ChangeCompany } from './change-company.ts';
import { choicesFor, rebasedArgs } from './conflict-choices.ts';
import { textOf, type KeptMutation, type NewMutation } from './kept-mutations.ts';
import type { Outbox } from './outbox.ts';
import { findTicket, predict, rebuildOverlays } from './overlay.ts';
import { listPublicSince } from './ticket-queries.ts';
import { canTakeBack } from './take-back.ts';
import type { ReplicaDb } from './tables.ts';

export interface ChangesDeps {
  db: ReplicaDb;
  outbox: Outbox;
  clock: Clock;
  mintUid: UidFactory;
  /** The tickets whose picture changed. */
  onChanged: (ticketUids: readonly string[]) => void;
  /** Whether what is kept now is sent at once. */
  isLive: () => boolean;
  /** Files may wait to be sent. */
  onFileWaits: () => void;
  /** Something new waits to be sent. */
  onKept: () => void;
  /** A change is kept, but its prediction could not be stored. */
  onUnshown: (error: unknown) => void;
}

/** The row by which a change is recognised among those that the node sends. */
function markerOf(args: Record<string, unknown>): string {
  const marker = args['message_uid'] ?? args['activity_uid'];
  if (typeof marker !== 'string') throw new Error('A change must bring a message or an activity');
  return marker;
}

/** Makes changes on this console: kept first, shown at once, decided by the node later. */
export class Changes {
  readonly #deps: ChangesDeps;

  constructor(deps: ChangesDeps) {
    this.#deps = deps;
  }

  /** Keeps one change. What can be told at once to be impossible is refused and not kept. */
  async make(name: MutatorName, args: unknown, also: ChangeCompany = {}): Promise<Mutated> {
    const { db, outbox, clock } = this.#deps;
    const mutator = findMutator(name);
    const parsed = mutator?.args.safeParse(args);
    if (!mutator || !parsed?.success) {
      throw new DeskError('invalid', parsed?.error?.issues[0]?.message ?? 'Unknown change');
    }
    const actor = this.#actor();
    const { ticket_uid }: TicketArgs = parsed.data;
    const change: NewMutation = {
      name,
      version: mutator.version,
      args: parsed.data as unknown as Record<string, unknown>,
      ticket_uid,
      marker_uid: markerOf(parsed.data as unknown as Record<string, unknown>),
    };
    const ticket = await findTicket(db, 'ticket_view', ticket_uid);
    const result = await predict(db, ticket, change, { actor, now: clock.now() });
    if (result.kind === 'refused') return { refusal: result.refusal };
    if (result.kind === 'unchanged') {
      if (also.resolvesId !== undefined) await outbox.resolve(also.resolvesId);
      return { unchanged: true };
    }
    const id = await outbox.add(change, { ...also, isHeldBack: !this.#deps.isLive() });
    // On its way to the node while it is drawn here.
    this.#deps.onKept();
    // It is kept: whoever hears of a failure from here on would make it a second time.
    await this.refresh([ticket_uid]).catch(this.#deps.onUnshown);
    if (also.files !== undefined || also.resolvesId !== undefined) this.#deps.onFileWaits();
    return { id };
  }

  /** Makes the predictions of these tickets anew. */
  async refresh(ticketUids: readonly string[]): Promise<void> {
    const { db, outbox, onChanged } = this.#deps;
    if (ticketUids.length === 0 || outbox.identity === null) return;
    const actor = this.#actor();
    const kept = await outbox.listPredicted(ticketUids);
    await db.transaction().execute((tx) => rebuildOverlays(tx, ticketUids, kept, actor));
    onChanged(ticketUids);
  }

  async listConflicts(ticketUid?: string): Promise<Conflict[]> {
    const refused = await this.#deps.outbox.listRefused();
    const wanted = refused.filter((kept) => ticketUid === undefined || kept.ticket_uid === ticketUid);
    return Promise.all(wanted.map((kept) => this.#describe(kept)));
  }

  async #describe(kept: KeptMutation): Promise<Conflict> {
    const { db } = this.#deps;
    const refusal = refusalSchema.parse(JSON.parse(kept.refusal ?? '{}'));
    const ticket = await findTicket(db, 'ticket_view', kept.ticket_uid);
    const isReply = kept.name === 'ticket-reply';
    const seen = (kept.args['seen_reply_uid'] ?? null) as string | null;
    const choices = choicesFor({ name: kept.name, args: kept.args, refusal }, ticket);
    const file = kept.name === 'ticket-attach' ? String(kept.args['attachment_uid']) : null;
    const isGone = file !== null && !(await this.#deps.outbox.hasFile(file));
    return {
      id: kept.id,
      ticket_uid: kept.ticket_uid,
      ticket,
      name: kept.name,
      args: kept.args as Conflict['args'],
      text: textOf(kept.args),
      refusal,
      since: isReply && ticket !== null ? await listPublicSince(db, kept.ticket_uid, seen) : [],
      created_at: kept.created_at,
      choices: choices.filter((choice) => choice !== 'redo' || !isGone),
    };
  }

  /** Ends a conflict by its author's choice. Null when it had ended already. */
  async resolve(id: number, choice: ConflictChoice): Promise<Mutated | null> {
    const { outbox } = this.#deps;
    const kept = await outbox.findRefused(id);
    if (kept === null) return null;
    const { choices, ticket } = await this.#describe(kept);
    if (!choices.includes(choice)) throw new DeskError('invalid', 'This choice is not open any more');
    const resolved = await this.#carryOut(kept, choice, ticket);
    this.#deps.onChanged([kept.ticket_uid]);
    return resolved;
  }

  async #carryOut(kept: KeptMutation, choice: ConflictChoice, ticket: Conflict['ticket']): Promise<Mutated> {
    const { outbox, mintUid } = this.#deps;
    if (choice === 'discard' || ticket === null) {
      await outbox.resolve(kept.id);
      return { unchanged: true };
    }
    const text = textOf(kept.args) ?? '';
    switch (choice) {
      case 'redo':
        if (kept.name === 'ticket-attach') return this.#sendAgain(kept);
        return this.make(kept.name as MutatorName, rebasedArgs(kept, ticket, mintUid), {
          resolvesId: kept.id,
        });
      case 'note': {
        const args = { ticket_uid: kept.ticket_uid, message_uid: mintUid(), activity_uid: mintUid(), text };
        return this.make('ticket-note', args, { resolvesId: kept.id });
      }
      case 'edit': {
        await outbox.resolve(kept.id, await this.#draftOf(kept, text, ticket.last_reply_uid));
        return { unchanged: true };
      }
    }
  }

  /** What is in the file is sent once more; a new change follows it. */
  async #sendAgain(kept: KeptMutation): Promise<Mutated> {
    await this.#deps.outbox.resolveByFile(kept.id, String(kept.args['attachment_uid']));
    this.#deps.onFileWaits();
    return { unchanged: true };
  }

  /**
   * Takes a change or a file back that was never sent. With `isEdited`, its text goes on as the draft.
   * @returns false when the node may know of it, or something builds on it.
   */
  async takeBack(id: number, isEdited: boolean): Promise<boolean> {
    const { db, outbox, onChanged } = this.#deps;
    if (id < 0) {
      const ticketUid = await outbox.takeFileBack(-id);
      if (ticketUid !== null) onChanged([ticketUid]);
      return ticketUid !== null;
    }
    const all = await outbox.listPredicted();
    const kept = all.find((mutation) => mutation.id === id);
    if (kept === undefined || !canTakeBack(kept, all)) return false;
    const text = isEdited ? textOf(kept.args) : null;
    // Not the view's: there the newest reply may be the one that is taken back.
    const ticket = await findTicket(db, 'ticket', kept.ticket_uid);
    const isReply = kept.name === 'ticket-reply';
    const seen = isReply ? (kept.args['seen_reply_uid'] as string | null) : (ticket?.last_reply_uid ?? null);
    const draft = text === null ? null : await this.#draftOf(kept, text, seen);
    if ((await outbox.takeBack(id, draft)) === null) return false;
    await this.refresh([kept.ticket_uid]);
    return true;
  }

  /** What the author goes on with: the refused text, before anything they have begun since. */
  async #draftOf(kept: KeptMutation, text: string, seenReplyUid: string | null) {
    const begun = await this.#deps.outbox.findDraft(kept.ticket_uid);
    const mode = kept.name === 'ticket-note' ? ('note' as const) : ('reply' as const);
    const whole = begun === null || begun.text.trim() === '' ? text : `${text}\n\n${begun.text}`;
    return { ticket_uid: kept.ticket_uid, mode, text: whole, seen_reply_uid: seenReplyUid };
  }

  #actor() {
    const identity = this.#deps.outbox.identity;
    if (identity === null) throw new DeskError('signed_out', 'Nobody is signed in');
    return identity.user;
  }
}
