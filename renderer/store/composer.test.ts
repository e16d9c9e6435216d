import { describe, expect, it } from 'vitest';
import {
  composerAfterRead,
  composerFor,
  isAnsweredMeanwhile,
  isSaved,
  withReturnedText,
  withText,
} from './composer.ts';
import { ticketDetail, ticketRow, uidOf } from '../ui/tickets/test-rows.ts';

const draft = {
  ticket_uid: uidOf(1),
  mode: 'note',
  text: 'Kept',
  seen_reply_uid: uidOf(7),
  updated_at: 1,
} as const;

describe('composer', () => {
  it('opens with the draft and what its author had seen', () => {
    const composer = composerFor(ticketDetail({ draft, ticket: ticketRow({ last_reply_uid: uidOf(8) }) }));
    expect(composer).toMatchObject({ mode: 'note', text: 'Kept', seenReplyUid: uidOf(7) });
  });

  it('fixes what was seen with the first letter', () => {
    const begun = withText(composerFor(ticketDetail()), 'H', uidOf(7));
    const continued = withText(begun, 'He', uidOf(8));
    expect(continued.seenReplyUid).toBe(uidOf(7));
    expect(isAnsweredMeanwhile(continued, { last_reply_uid: uidOf(8) })).toBe(true);
    expect(isAnsweredMeanwhile({ ...continued, mode: 'note' }, { last_reply_uid: uidOf(8) })).toBe(false);
  });

  it('keeps what is being written when an older draft is read', () => {
    const begun = withText(composerFor(ticketDetail()), 'Newer', null);
    expect(composerAfterRead(begun, ticketDetail({ draft }), begun.revision)).toBe(begun);
    const saved = { ...begun, savedRevision: begun.revision };
    expect(composerAfterRead(saved, ticketDetail({ draft }), null)).toBe(saved);
  });

  it('takes a draft that changed behind it once all is saved', () => {
    const composer = composerFor(ticketDetail());
    const next = composerAfterRead(composer, ticketDetail({ draft }), composer.revision);
    expect(next).toMatchObject({ text: 'Kept', mode: 'note' });
    expect(isSaved(next)).toBe(true);
  });

  it('keeps the chosen mode while empty', () => {
    const composer = { ...composerFor(ticketDetail()), mode: 'note' as const };
    expect(composerAfterRead(composer, ticketDetail(), composer.revision).mode).toBe('note');
  });

  it('puts a returned text above the one being written, once', () => {
    const returned = composerFor(ticketDetail({ draft }));
    expect(withReturnedText(returned, 'Later words').text).toBe('Kept\n\nLater words');
    expect(withReturnedText(returned, 'Kept')).toBe(returned);
    expect(withReturnedText(returned, '  ')).toBe(returned);
  });
});
