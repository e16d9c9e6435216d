import type { ConsoleArgs, ConsoleBridge, ConsoleCall, ConsoleResult } from '#shared/protocol/ipc.ts';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { toResult } from '#shared/protocol/result.ts';
import { createConsoleStore, type ConsoleStore } from './create-console-store.ts';
import { uidOf } from '../ui/tickets/test-rows.ts';

type Answers = {
  [Call in ConsoleCall]?: (args: ConsoleArgs<Call>) => ConsoleResult<Call> | Promise<ConsoleResult<Call>>;
};

export interface Desk {
  store: ConsoleStore;
  /** What was asked, in order. */
  asked: { name: ConsoleCall; args: unknown }[];
  /** Runs everything that waits for its time. */
  elapse: () => void;
}

const unanswered: DeskErrorData = { kind: 'unavailable', message: 'No answer here' };

/** A store over a bridge that gives the test's answers, or fails with what they throw; without one as unavailable. */
export function createDesk(answers: Answers): Desk {
  const asked: Desk['asked'] = [];
  const waiting = new Set<() => void>();
  let lastUid = 5000;

  const bridge: ConsoleBridge = {
    call: async (name, args) => {
      asked.push({ name, args });
      const answer = answers[name];
      return answer === undefined ? { ok: false, error: unanswered } : toResult(() => answer(args));
    },
    on: () => () => undefined,
  };
  const store = createConsoleStore({
    loadNewest: null,
    bridge,
    newUid: () => uidOf((lastUid += 1)),
    after: (_waitMs, work) => {
      waiting.add(work);
      return () => waiting.delete(work);
    },
  });
  return {
    store,
    asked,
    elapse: () => {
      const due = [...waiting];
      waiting.clear();
      due.forEach((work) => work());
    },
  };
}
