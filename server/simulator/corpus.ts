import type { Schedule, Step } from './schedule.ts';

export interface CorpusEntry {
  /** What it found when it failed, and what was wrong. */
  found: string;
  schedule: Schedule;
}

/** Steps as `describeFailure` prints them: each action with its dice. */
function steps(text: string): Step[] {
  return text.split(' ').map((word) => {
    const [action = '', dice = ''] = word.split(':');
    return { action, dice: Number(dice) };
  });
}

/** Schedules that failed once, at their shortest. They are kept as they were: what seeds draw may change. */
export const corpus: readonly CorpusEntry[] = [
  {
    found:
      'Progress: a failed push ended the next connection, and two attempts ran at once, one of them deaf',
    schedule: {
      seed: 13,
      consoles: 5,
      isWarm: true,
      steps: steps('ticket-create:3096908288 cut:1097777048 pass-seconds:219690484'),
    },
  },
  {
    found: 'Convergence: the same, seen as a ticket that never came',
    schedule: {
      seed: 23,
      consoles: 3,
      isWarm: true,
      steps: steps(
        'kill-node-soon:424429786 ticket-note:3342613022 deliver:4276745778 ticket-create:3401859038 ticket-assign:674691341',
      ),
    },
  },
  {
    found: "Progress: a change that left its author's view was never confirmed",
    schedule: {
      seed: 53,
      consoles: 6,
      isWarm: true,
      steps: steps('ticket-create:507755856'),
    },
  },
  {
    found: 'Progress: a sign-in on a full disk never connected',
    schedule: {
      seed: 156,
      consoles: 7,
      isWarm: false,
      steps: steps('fill-console-disk:113811472 deliver-line:802827559'),
    },
  },
  {
    found: "ProgramOrder: a copied profile's second change ran before its first",
    schedule: {
      seed: 63,
      consoles: 5,
      isWarm: true,
      steps: steps(
        'copy-profile:2908645133 kill-console:2179941312 ticket-create:1447143889 ticket-note:3492273162 ticket-create:2617522123',
      ),
    },
  },
  {
    found: 'ReadYourWrites: a page of a snapshot brought a ticket without the reply that was just sent',
    schedule: {
      seed: 37,
      consoles: 4,
      isWarm: true,
      steps: steps(
        'ticket-reply:4101986858 lose-replica:2156562096 half-open-at-console:2765617006 deliver:813854067 lose-replica:4003328789',
      ),
    },
  },
  {
    found:
      'ReadYourWrites: a power cut took the rows of a confirmed change, and nothing predicted it any more',
    schedule: {
      seed: 2553010179,
      consoles: 3,
      isWarm: true,
      steps: steps(
        'flush-replica:320831951 ticket-status:1634253099 deliver-line:248702385 power-cut:3030920376',
      ),
    },
  },
  {
    found: 'ReadYourWrites: a lost goodbye left a console predicting as the user it had been',
    schedule: {
      seed: 70638,
      consoles: 6,
      isWarm: true,
      steps: steps(
        'ticket-create:241898876 ticket-reply:2464396548 change-department:3336911183 deliver:2932370759 elsewhere-ticket-category:1993676281',
      ),
    },
  },
  {
    found: 'ReadYourWrites: a change that came to nothing was forgotten before the rows it had met were here',
    schedule: {
      seed: 3017107,
      consoles: 3,
      isWarm: false,
      steps: steps(
        'deliver-line:1104689130 ticket-category:1452995653 deliver-line:3301190936 ticket-category:2347431178 ticket-category:4139792563',
      ),
    },
  },
  {
    found: 'ReadYourWrites: the same, after the log was compacted',
    schedule: {
      seed: 3016977,
      consoles: 3,
      isWarm: true,
      steps: steps(
        'ticket-reply:2895747382 ticket-assign:937241154 deliver-burst:1024303930 elsewhere-ticket-assign:1384939611 ticket-assign:2347350952 ticket-assign:3903400209 deliver-burst:1572499036 ticket-assign:536852530 compact:2710659956 ticket-reply:2090491393',
      ),
    },
  },
  {
    found: 'Progress: conversations were asked for over and over with a token that the node took for ended',
    schedule: {
      seed: 1062,
      consoles: 4,
      isWarm: false,
      steps: steps(
        'deliver-burst:1080921351 deliver:385470079 deliver-line:3892809781 deliver-burst:2553403105 deliver:1858042834 skew-node:73480941 deliver-burst:694608979 deliver-burst:2939065802',
      ),
    },
  },
  {
    found:
      'ReadYourWrites: what the node had carried out was refused again on rows from before a colleague’s change',
    schedule: {
      seed: 3002092,
      consoles: 5,
      isWarm: true,
      steps: steps(
        'ticket-status:3708059961 customer-writes:1669571596 ticket-status:2202688431 kill-node:3046721359 ticket-status:1178814435',
      ),
    },
  },
  {
    found: 'ReadYourWrites: what was left out of the picture stayed so when the node had carried it out',
    schedule: {
      seed: 7053413,
      consoles: 4,
      isWarm: true,
      steps: steps(
        'change-role:1879335771 deliver-burst:3503717240 deliver:3166731880 ticket-priority:3233042562 pass-seconds:3077811339 deliver:2721422475 ticket-note:1314448014 ticket-create:441990185 ticket-create:3840333286 deliver:311213923 deliver:2162870703 compact:588581923 deliver-burst:3682238001 deliver:729960312 change-role:943973133 ticket-priority:2646383277',
      ),
    },
  },
  {
    found: 'ReadYourWrites: a merge that was carried out needed the right to see the other ticket once more',
    schedule: {
      seed: 7053413,
      consoles: 4,
      isWarm: true,
      steps: steps(
        'ticket-merge:3212166465 change-role:1879335771 deliver-burst:3503717240 pass-seconds:3077811339 ticket-note:1314448014 deliver:2831941895 ticket-create:441990185 deliver:311213923 deliver:2162870703 compact:588581923 deliver:2136383207 deliver:729960312 change-role:943973133',
      ),
    },
  },
  {
    found: 'NothingLost: a clock set forward made a change too old to be sent to a restored node again',
    schedule: {
      seed: 8002590,
      consoles: 3,
      isWarm: true,
      steps: steps(
        'skew-console:2787247945 back-up:2104209206 ticket-reply:2707856706 deliver-line:3767495861 skew-console:7544754 restore:885101762',
      ),
    },
  },
  {
    found: 'NothingLost, a false alarm: on a copied profile another clock made a confirmed change old',
    schedule: {
      seed: 40012666,
      consoles: 3,
      isWarm: true,
      steps: steps(
        'skew-console:3513219475 kill-console:3018835980 ticket-create:3472375202 deliver-burst:2101115458 deliver:2764567224 copy-profile:3335225562 deliver-line:3411897565 kill-console-at-commit:1315172575 ticket-priority:3600747276',
      ),
    },
  },
  {
    found: 'NoFault: the token was renewed while a full disk did not take what was new about the user',
    schedule: {
      seed: 50068757,
      consoles: 5,
      isWarm: false,
      steps: steps(
        'deliver-line:2232052702 pass-minutes:196156645 deliver-line:4197487923 copy-profile:22801130 fill-console-disk:2575199294 deliver-line:121801370 deliver:593365978 deliver-line:2017641336 deliver-burst:1732650806 change-profile:1244956421 deliver:1536019648 deliver-line:106751220',
      ),
    },
  },
];
