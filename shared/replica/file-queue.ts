import type { Kysely } from 'kysely';
import type { Clock } from '../model/clock.ts';
import type { UidFactory } from '../model/uid.ts';
import { refusalSchema } from '../mutators/refusal.ts';
import type { DeskErrorData } from '../protocol/errors.ts';
import type { FileProblem } from '../protocol/ticket-detail.ts';
import { toResult } from '../protocol/result.ts';
import type { Changes } from './changes.ts';
import { fileErrorOf } from './file-error.ts';
import type { FileRoad, Timers } from './host.ts';
import {
  deleteSettledFiles,
  findFileBytes,
  listSendable,
  markFailed,
  sendAgain,
  type KeptFile,
} from './kept-files.ts';
import type { Lane } from './lane.ts';
import type { Outbox } from './outbox.ts';
import type { OutboxSchema } from './tables.ts';
import { askWithToken, type TokenHolder } from './with-token.ts';

export interface FileQueueDeps {
  outboxDb: Kysely<OutboxSchema>;
  outbox: Outbox;
  changes: Changes;
  clock: Clock;
  timers: Timers;
  mintUid: UidFactory;
  lane: Lane;
  /** Absent where no files are sent. */
  road: FileRoad | undefined;
  session: TokenHolder;
  isLive: () => boolean;
  /** Files of these tickets are different now. */
  onChanged: (ticketUids: readonly string[]) => void;
  onError: (error: unknown) => void;
}

const tryAgainMs = 10_000;

/** What the node says of a file that it will never take. Anything else may pass. */
const finalProblems: Partial<Record<DeskErrorData['kind'], FileProblem>> = {
  invalid: 'invalid',
  conflict: 'invalid',
  forbidden: 'forbidden',
  too_large: 'too_large',
};

/**
 * Files on their way to the node: kept durably first, then sent one after the other beside the changes, so that none of
 * them waits for a large file. One that goes with a message waits until the node has taken that: of what needs its
 * author's choice, nothing is seen by anybody. Once the node has what is in a file, the change is kept that puts it on
 * its ticket, both in one transaction: a stop in between sends the same bytes once more, which does no harm.
 */
export class FileQueue {
  readonly #deps: FileQueueDeps;
  /** Those that the node lost once: a second time is their author's to judge. */
  readonly #sentAgain = new Set<string>();
  #sending: string | null = null;
  #isRunning = false;
  #isAskedAgain = false;
  #isStopped = false;
  /** Whether there may be something to send; spares a look at the disk with each frame. */
  #mayWait = true;
  #cancel: () => void = () => undefined;

  constructor(deps: FileQueueDeps) {
    this.#deps = deps;
  }

  /** The file that is being sent. */
  get sending(): string | null {
    return this.#sending;
  }

  get #userId(): number {
    return this.#deps.outbox.identity?.user.id ?? -1;
  }

  /** Sends what waits, when the node can be reached. */
  ask(): void {
    this.#mayWait = true;
    this.recheck();
  }

  /** The node decided about something: what waited for that can go. */
  recheck(): void {
    const { isLive, onError, road } = this.#deps;
    if (!this.#mayWait || this.#isStopped || road === undefined || !isLive()) return;
    if (this.#isRunning) {
      this.#isAskedAgain = true;
      return;
    }
    this.#isRunning = true;
    this.#isAskedAgain = false;
    this.#cancel();
    void this.#run(road)
      .catch((error: unknown) => {
        if (!this.#isStopped) onError(error);
        return false;
      })
      .then((isDone) => {
        this.#isRunning = false;
        this.#sending = null;
        if (!isDone) this.#tryLater();
        else if (this.#isAskedAgain) this.recheck();
      });
  }

  #tryLater(): void {
    if (!this.#isStopped) this.#cancel = this.#deps.timers.after(tryAgainMs, () => this.ask());
  }

  /** The author asks for it: what the node would not have is sent once more. */
  async retry(uid: string): Promise<void> {
    const { outboxDb, outbox, onChanged } = this.#deps;
    const file = (await outbox.listFiles(['failed'])).find((failed) => failed.uid === uid);
    if (file === undefined) return;
    await sendAgain(outboxDb, this.#userId, uid);
    onChanged([file.ticket_uid]);
    this.ask();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel();
  }

  /** @returns false when the node could not be reached. */
  async #run(road: FileRoad): Promise<boolean> {
    const { outboxDb, outbox } = this.#deps;
    await deleteSettledFiles(outboxDb);
    await this.#recallLost();
    while (!this.#isStopped) {
      const [next] = await listSendable(outboxDb, this.#userId);
      if (next === undefined) {
        this.#mayWait = (await outbox.listFiles(['waiting'])).length > 0;
        return true;
      }
      if (!(await this.#send(road, next))) return false;
    }
    return true;
  }

  /** A node that was restored from a backup may lack what it had: it is sent again without a question, once. */
  async #recallLost(): Promise<void> {
    const { outbox, lane } = this.#deps;
    for (const { id, name, args, refusal } of await outbox.listRefused()) {
      if (name !== 'ticket-attach') continue;
      const uid = String(args['attachment_uid']);
      const why = refusalSchema.parse(JSON.parse(refusal ?? '{}'));
      const isLost = why.code === 'file_refused' && why.reason === 'missing';
      if (!isLost || this.#sentAgain.has(uid) || !(await outbox.hasFile(uid))) continue;
      this.#sentAgain.add(uid);
      await lane(() => outbox.resolveByFile(id, uid));
    }
  }

  /** @returns whether to go on: false when the node could not be reached. */
  async #send(road: FileRoad, file: KeptFile): Promise<boolean> {
    const { outboxDb, session, onChanged } = this.#deps;
    const userId = this.#userId;
    const bytes = await findFileBytes(outboxDb, userId, file.uid);
    // It was taken back.
    if (bytes === null) return true;
    this.#sending = file.uid;
    onChanged([file.ticket_uid]);
    const put = await toResult(() =>
      askWithToken(session, (token) => road.put(token, file.uid, Uint8Array.from(bytes))),
    );
    this.#sending = null;
    const error = put.ok ? fileErrorOf(put.value) : put.error;
    if (error === null) return this.#putOnTicket(userId, file);
    const problem = finalProblems[error.kind];
    if (problem !== undefined) await markFailed(outboxDb, file.uid, problem);
    onChanged([file.ticket_uid]);
    return problem !== undefined;
  }

  /** In the lane: the change is made as every other. */
  async #putOnTicket(userId: number, file: KeptFile): Promise<boolean> {
    const { changes, outbox, outboxDb, lane, mintUid, onChanged } = this.#deps;
    const { uid, ticket_uid, on_message_uid, file_name, content_type, size_bytes } = file;
    const described = { file_name, content_type, size_bytes, is_note: file.is_note === 1 };
    const args = { ticket_uid, activity_uid: mintUid(), attachment_uid: uid, on_message_uid, ...described };
    const made = await lane(async () => {
      const isTheirs = outbox.identity?.user.id === userId;
      if (!isTheirs || (await findFileBytes(outboxDb, userId, uid)) === null) return null;
      return changes.make('ticket-attach', args, { sentFile: uid });
    });
    if (made === null || !('refusal' in made)) return true;
    const { code } = made.refusal;
    const problem = code === 'forbidden' ? code : code === 'ticket_not_found' ? 'not_found' : 'invalid';
    await markFailed(outboxDb, uid, problem);
    onChanged([ticket_uid]);
    return true;
  }
}
