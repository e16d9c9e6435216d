import { z } from 'zod';
import { maxDraftFiles, maxFileBytes } from '../model/attachment.ts';
import { itemKinds } from '../model/item.ts';
import { uidSchema } from '../model/uid.ts';
import { viewIds } from '../model/view.ts';
import { mutatorNames, type MutatorName } from '../mutators/registry.ts';
import { awayItemSchema } from './away-item.ts';
import { signInSchema } from './console-session.ts';
import { deskItemSchema, listedViewSchema } from './desk-items.ts';
import type {
  DesktopArgs,
  DesktopCall,
  DesktopEvent,
  DesktopEventData,
  DesktopResult,
} from './desktop-ipc.ts';
import { draftSchema, earlierDraftSchema } from './draft.ts';
import { conflictChoices, conflictSchema, outboxItemSchema, mutatedSchema } from './kept-change.ts';
import { nodeAnswerSchema, nodeRequestSchema } from './node-request.ts';
import { presenceSchema, presentSchema } from './presence.ts';
import type { Result } from './result.ts';
import { faqRowSchema, profileRowSchema, ticketRowSchema } from './rows.ts';
import { sessionSchema, statusSchema } from './sync-status.ts';
import { draftFileSchema, ticketDetailSchema } from './ticket-detail.ts';
import { listCursorSchema, ticketPageSchema, foundSchema } from './ticket-list.ts';

/**
 * The contract between the interface and the console behind it: in Electron it crosses the preload bridge and main to
 * the replica's process, in a browser it crosses to the replica's worker. A new call is one entry here, one handler,
 * one call site; the bridges are built from these names.
 */
const nothing = z.strictObject({});
const done = z.null();

/** What alerts tell of; `followed_message`: a customer's, on a ticket that the reader follows and does not have. */
export const alertKinds = ['assigned', 'customer_message', 'followed_message', 'mentioned'] as const;
export type AlertKind = (typeof alertKinds)[number];

interface CallContract {
  args: z.ZodType;
  result: z.ZodType;
  /** What its arguments may hold together, where that is more than usual (main/ipc/message-size.ts). */
  maxSize?: number;
}

const filesSchema = z.array(uidSchema).min(1).max(maxDraftFiles);

/** The longest base64 text of a file. */
const maxFileText = Math.ceil(maxFileBytes / 3) * 4;

/** Calls that the replica answers, in its own process or worker. */
export const consoleCalls = {
  'session.get': { args: nothing, result: sessionSchema },
  'session.signIn': { args: signInSchema, result: sessionSchema },
  /** Refused as a conflict while changes are unsent, unless `discard_unsent`. */
  'session.signOut': { args: z.strictObject({ discard_unsent: z.boolean() }), result: sessionSchema },
  'sync.status': { args: nothing, result: statusSchema },
  /** Tries the connection now instead of at `retry_at`. */
  'sync.retry': { args: nothing, result: done },
  'views.counts': { args: nothing, result: z.record(z.enum(viewIds), z.int()) },
  /** How many tickets each saved view shows, by its uid. */
  'views.savedCounts': { args: nothing, result: z.record(uidSchema, z.int()) },
  /** How many tickets one view shows. */
  'views.count': { args: z.strictObject({ view: listedViewSchema }), result: z.int() },
  /** Tickets of a view, in its order. Fails with `not_found` for a saved view that is not held here. */
  'tickets.list': {
    args: z.strictObject({
      view: listedViewSchema,
      after: listCursorSchema.nullable(),
      limit: z.int().min(1).max(500),
    }),
    result: ticketPageSchema,
  },
  /**
   * Fetches a ticket that is not held here from the node, and holds it like the others until everything is fetched
   * anew. Answers whether it is here then: the node shows only what the user may see. Fails with `unavailable` when
   * the node cannot be asked.
   */
  'tickets.fetch': { args: z.strictObject({ uid: uidSchema }), result: z.boolean() },
  'tickets.get': { args: z.strictObject({ uid: uidSchema }), result: ticketDetailSchema.nullable() },
  /** Tickets by their uids, as they are now; those that are not held here are left out. */
  'tickets.rows': {
    args: z.strictObject({ uids: z.array(uidSchema).min(1).max(500) }),
    result: z.array(ticketRowSchema),
  },
  /** The uid of a ticket that people call by its number, when it is held here. */
  'tickets.find': { args: z.strictObject({ id: z.int() }), result: uidSchema.nullable() },
  /** Tickets held here with all these words, the best first; the last word may be unfinished. */
  'tickets.search': {
    args: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50) }),
    result: foundSchema,
  },
  /** Other tickets of the same customer that are held here, the newest first. */
  'tickets.sameCustomer': { args: z.strictObject({ uid: uidSchema }), result: z.array(ticketRowSchema) },
  /** Tags of the tickets held here, the most used first. */
  'tags.list': { args: nothing, result: z.array(z.string()) },
  'tickets.markSeen': { args: z.strictObject({ uid: uidSchema }), result: done },
  /** Macros or saved views that the user may see, by name; made and changed with `node.request` at `/api/v1`. */
  'items.list': { args: z.strictObject({ kind: z.enum(itemKinds) }), result: z.array(deskItemSchema) },
  /** Answers to a question, or to a customer's whole message, the best first; all of them for an empty text. */
  'faqs.search': {
    args: z.strictObject({ text: z.string().max(2000), limit: z.int().min(1).max(100) }),
    result: z.array(faqRowSchema),
  },
  /**
   * Takes a file to what is being written on a ticket: kept on this computer, and sent with the message (`mutate`) or
   * without any (`attachments.send`). `bytes` is base64. Fails with `too_large`, `forbidden`, `not_found` or `invalid`,
   * and keeps nothing then.
   */
  'attachments.add': {
    args: z.strictObject({
      ticket_uid: uidSchema,
      file_name: z.string().trim().min(1).max(150),
      content_type: z.string().max(100),
      bytes: z.string().min(1).max(maxFileText),
    }),
    result: draftFileSchema,
    maxSize: maxFileText + 2_000,
  },
  /** Puts files on their ticket that were taken to no message; `is_note`: for staff alone. */
  'attachments.send': {
    args: z.strictObject({ ticket_uid: uidSchema, files: filesSchema, is_note: z.boolean() }),
    result: done,
  },
  /** Sends a file once more that the node would not have. */
  'attachments.retry': { args: z.strictObject({ uid: uidSchema }), result: done },
  /** Takes back a file that is not on its ticket yet; false when it is too late. */
  'attachments.cancel': { args: z.strictObject({ uid: uidSchema }), result: z.boolean() },
  /** What is in a file, in base64; kept at hand once it was fetched. Fails with `unavailable` when it is not here. */
  'attachments.read': {
    args: z.strictObject({ uid: uidSchema }),
    result: z.strictObject({ file_name: z.string(), content_type: z.string(), bytes: z.string() }),
  },
  'people.list': { args: nothing, result: z.array(profileRowSchema) },
  /** Makes one change: kept durably, predicted, and sent when the node can be reached. */
  mutate: {
    args: z.strictObject({
      name: z.enum(mutatorNames as [MutatorName, ...MutatorName[]]),
      args: z.json(),
      /** Files that go with a message: put on the ticket once the node has taken that. */
      files: filesSchema.optional(),
    }),
    result: mutatedSchema,
  },
  'outbox.list': { args: nothing, result: z.array(outboxItemSchema) },
  /** The newest changes that have arrived, the last one first. */
  'outbox.done': { args: nothing, result: z.array(outboxItemSchema) },
  /** Takes back a change or a file that was never sent, its text into the draft when it is edited; false when it is too late. */
  'outbox.cancel': { args: z.strictObject({ id: z.int(), is_edited: z.boolean() }), result: z.boolean() },
  /** What happened while this console was away, the newest first, until it was read. */
  'away.list': { args: nothing, result: z.array(awayItemSchema) },
  'away.clear': { args: nothing, result: done },
  'conflicts.list': { args: nothing, result: z.array(conflictSchema) },
  'conflicts.resolve': {
    args: z.strictObject({ id: z.int(), choice: z.enum(conflictChoices) }),
    result: mutatedSchema.nullable(),
  },
  /** Which alerts the user wants; all of them, until a window of this console says otherwise. */
  'alerts.choose': { args: z.strictObject({ kinds: z.array(z.enum(alertKinds)) }), result: done },
  /** An empty text removes the draft. */
  'drafts.save': { args: draftSchema.omit({ updated_at: true }), result: done },
  /** What is being written on a ticket, whether that is held here or has left. */
  'drafts.find': { args: z.strictObject({ ticket_uid: uidSchema }), result: draftSchema.nullable() },
  /** Keeps what is being written as an earlier draft, before another text takes its place. */
  'drafts.keep': { args: draftSchema.pick({ ticket_uid: true, mode: true, text: true }), result: done },
  /** Earlier drafts of one ticket, the newest first, for as long as their author stays signed in here. */
  'drafts.earlier': { args: z.strictObject({ ticket_uid: uidSchema }), result: z.array(earlierDraftSchema) },
  /**
   * Says that the user is on a ticket, and what they do there; null when they left it. Said again by itself after each
   * connection, so once per change is enough. Who else is there comes as the event `presence`.
   */
  'presence.set': { args: presenceSchema, result: done },
  /**
   * Asks the node itself, in the name of whoever is signed in; the value is what it answered, whatever the status.
   * Fails with `unavailable` when it cannot be reached and with `signed_out` when the session is over.
   */
  'node.request': { args: nodeRequestSchema, result: nodeAnswerSchema },
} as const satisfies Record<string, CallContract>;

export type ConsoleCall = keyof typeof consoleCalls;
export type ConsoleArgs<Call extends ConsoleCall> = z.input<(typeof consoleCalls)[Call]['args']>;
export type ConsoleResult<Call extends ConsoleCall> = z.output<(typeof consoleCalls)[Call]['result']>;

/** What the replica tells the interface without being asked. */
export const consoleEvents = {
  session: sessionSchema,
  status: statusSchema,
  /** Rows changed: lists and counts should be read again; `tickets` names the ones whose detail changed. */
  changed: z.strictObject({ tickets: z.array(uidSchema), is_reset: z.boolean() }),
  /** People, macros, saved views or answers changed; a reset of `changed` means them, too. */
  records: z.strictObject({}),
  /** Everybody else on a ticket where the user is, whenever that changes; nobody once the connection is lost. */
  presence: presentSchema,
  /** Something happened that its reader wants to hear of. */
  alert: z.strictObject({
    kind: z.enum(alertKinds),
    ticket_uid: uidSchema,
    ticket_id: z.int().nullable(),
    subject: z.string(),
    text: z.string(),
  }),
  /** The desk was restored from a backup that lacks work of this console: so many changes are sent again. */
  sentAgain: z.strictObject({ count: z.int() }),
  /** The console is in step again; so many tickets changed while it was away and were not read about. */
  away: z.strictObject({ count: z.int() }),
  /** Tickets of mine with something unread, for the tray and the badge. */
  unread: z.strictObject({ count: z.int() }),
} as const satisfies Record<string, z.ZodType>;

export type ConsoleEvent = keyof typeof consoleEvents;
export type ConsoleEventData<Event extends ConsoleEvent> = z.output<(typeof consoleEvents)[Event]>;

/** What the preload puts on `window.waypost`, and what the browser's bridge offers in its place. */
export interface ConsoleBridge {
  call<Call extends ConsoleCall>(name: Call, args: ConsoleArgs<Call>): Promise<Result<ConsoleResult<Call>>>;
  on<Event extends ConsoleEvent>(name: Event, listener: (data: ConsoleEventData<Event>) => void): () => void;
  /** Absent in a browser. */
  desktop?: {
    call<Call extends DesktopCall>(name: Call, args: DesktopArgs<Call>): Promise<Result<DesktopResult<Call>>>;
    on<Event extends DesktopEvent>(
      name: Event,
      listener: (data: DesktopEventData<Event>) => void,
    ): () => void;
  };
}
