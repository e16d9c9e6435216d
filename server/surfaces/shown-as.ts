import { statuses, type Status } from '#shared/model/status.ts';

/** The statuses that a surface shows as one word: filters work on what is shown. */
export const shownAs =
  <Word extends string>(shownStatus: Readonly<Record<Status, Word>>) =>
  (word: Word): Status[] =>
    statuses.filter((status) => shownStatus[status] === word);
