import type { Frame, Outcome } from '#shared/protocol/sync.ts';
import type { Transport, TransportListener } from '#shared/replica/host.ts';
import type { SeamConsole } from '../seams.ts';
import type { Mutant } from './mutant.ts';

const hearing = (listener: TransportListener, onFrame: (frame: Frame) => void): TransportListener => ({
  ...listener,
  onFrame: (frame) => {
    onFrame(frame);
    listener.onFrame(frame);
  },
});

function raiseCursor({ replicaDisk }: SeamConsole, cursor: number): void {
  if (replicaDisk.isInTransaction) return;
  replicaDisk.vandalise(
    `insert into meta (key, value) values ('cursor', ?)
     on conflict (key) do update set value = max(cast(value as integer), cast(excluded.value as integer))`,
    String(cursor),
  );
}

/** The road on which every outcome is changed on its way. */
function withOutcomes(transport: Transport, change: (outcomes: readonly Outcome[]) => Outcome[]): Transport {
  return {
    ...transport,
    hello: async (payload) => {
      const welcome = await transport.hello(payload);
      if (!welcome.ok) return welcome;
      return { ok: true, value: { ...welcome.value, outcomes: change(welcome.value.outcomes) } };
    },
    push: async (payload) => {
      const pushed = await transport.push(payload);
      if (!pushed.ok) return pushed;
      return { ok: true, value: { ...pushed.value, outcomes: change(pushed.value.outcomes) } };
    },
  };
}

/** Frames that come before the console has caught up are taken for everything before them. */
function hastyWhileCatching(transport: Transport, console: SeamConsole): Transport {
  let isCatching = true;
  return {
    ...transport,
    open: (token, listener) => {
      isCatching = true;
      return transport.open(
        token,
        hearing(listener, ({ to }) => {
          if (isCatching) raiseCursor(console, to);
        }),
      );
    },
    pull: async (payload) => {
      const pulled = await transport.pull(payload);
      isCatching = false;
      return pulled;
    },
  };
}

/** A frame that comes during a snapshot moves the place from which the console pulls afterwards. */
function raisedHead(transport: Transport): Transport {
  let raised: number | null = null;
  return {
    ...transport,
    open: (token, listener) =>
      transport.open(
        token,
        hearing(listener, ({ to }) => {
          if (raised !== null) raised = Math.max(raised, to);
        }),
      ),
    hello: async (payload) => {
      const welcome = await transport.hello(payload);
      raised = welcome.ok && welcome.value.plan === 'snapshot' ? welcome.value.head : null;
      return welcome;
    },
    pull: ({ cursor }) => {
      const from = Math.max(cursor, raised ?? 0);
      raised = null;
      return transport.pull({ cursor: from });
    },
  };
}

/** Leaves out one query of the replica: what it would have found is not there. */
const blindFor = (query: RegExp): Mutant['seams'] => {
  return () => ({
    onConsoleStart: ({ replicaDisk }) => {
      replicaDisk.intercept = (sql) => (query.test(sql) ? [] : null);
    },
  });
};

/** What its author wrote goes with the first outcome that the node tells. */
const takingWithAnswers =
  (table: 'draft' | 'draft_version'): Mutant['seams'] =>
  () => ({
    transport: (transport, console) =>
      withOutcomes(transport, (outcomes) => {
        if (outcomes.length > 0) console.outboxDisk.vandalise(`delete from ${table}`);
        return [...outcomes];
      }),
  });

export const consoleMutants: readonly Mutant[] = [
  {
    name: 'the cursor is stored before the rows',
    foundBy: 2,
    breaks: ['CursorDurable', 'BootComplete'],
    seams: () => ({
      transport: (transport, console) => ({
        ...transport,
        pull: async (payload) => {
          const pulled = await transport.pull(payload);
          if (pulled.ok) raiseCursor(console, pulled.value.cursor);
          await console.wait(50);
          return pulled;
        },
      }),
    }),
  },
  {
    name: 'a reset drops the outbox',
    foundBy: 2,
    breaks: ['NothingLost'],
    seams: () => ({
      transport: (transport, console) => ({
        ...transport,
        hello: async (payload) => {
          const welcome = await transport.hello(payload);
          if (welcome.ok && welcome.value.plan === 'snapshot') {
            console.outboxDisk.vandalise("delete from mutation where state = 'pending'");
          }
          return welcome;
        },
      }),
    }),
  },
  {
    name: 'a smaller scope purges nothing',
    foundBy: 12,
    breaks: ['NoLeak'],
    seams: blindFor(/^select "uid", "aud" from "ticket"$/),
  },
  {
    name: 'a smaller scope keeps its macros',
    foundBy: 12,
    breaks: ['NoLeak', 'Convergence'],
    seams: blindFor(/^select .+ from "item"$/),
  },
  {
    name: 'a snapshot sweeps nothing',
    foundBy: 11,
    breaks: ['BootComplete', 'CursorDurable', 'Convergence'],
    seams: blindFor(/^select "uid" from "ticket" where "uid" not in/),
  },
  {
    name: 'conversations are never fetched',
    foundBy: 1,
    breaks: ['Progress'],
    seams: blindFor(/^select "bare_ticket"\."uid"/),
  },
  {
    name: 'nobody notes that a conversation is missing',
    foundBy: 1,
    breaks: ['BootComplete', 'CursorDurable', 'Convergence', 'ReadYourWrites'],
    seams: blindFor(/^INSERT INTO bare_ticket/),
  },
  {
    name: 'a late conversation is stored for a ticket that left',
    foundBy: 53,
    breaks: ['NoLeak'],
    seams: () => ({
      transport: (transport, console) => ({
        ...transport,
        conversations: async (token, ids) => {
          const answer = await transport.conversations(token, ids);
          await console.wait(3_000);
          return answer;
        },
      }),
      onConsoleStart: ({ replicaDisk }) => {
        replicaDisk.intercept = (sql, parameters) =>
          sql.startsWith('select "uid", "id" from "bare_ticket" where')
            ? parameters.map((uid) => ({ uid }))
            : null;
      },
    }),
  },
  {
    name: 'a prediction ends with the acknowledgement alone',
    foundBy: 7,
    breaks: ['ReadYourWrites'],
    seams: () => ({
      transport: (transport) =>
        withOutcomes(transport, (outcomes) => outcomes.map((outcome) => ({ ...outcome, seq: 0 }))),
    }),
  },
  {
    name: 'frames raise the cursor while catching up',
    foundBy: 2,
    breaks: ['CursorDurable', 'Monotonic', 'Convergence', 'BootComplete'],
    seams: () => ({ transport: hastyWhileCatching }),
  },
  {
    name: 'frames raise the head of a snapshot',
    foundBy: 2,
    breaks: ['CursorDurable', 'Convergence', 'BootComplete'],
    seams: () => ({ transport: raisedHead }),
  },
  {
    name: 'an answer takes the draft',
    foundBy: 2,
    breaks: ['NothingLost'],
    seams: takingWithAnswers('draft'),
  },
  {
    name: 'an answer takes the earlier versions of a draft',
    foundBy: 1,
    breaks: ['NothingLost'],
    seams: takingWithAnswers('draft_version'),
  },
];
