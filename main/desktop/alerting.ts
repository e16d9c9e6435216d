import { randomFillSync } from 'node:crypto';
import { Notification, type BrowserWindow } from 'electron';
import { createUidFactory } from '#shared/model/uid.ts';
import type { NotificationPreferences } from '#shared/protocol/desktop-state.ts';
import type { Speech } from '../words/words.ts';
import type { Alert } from './alert-text.ts';
import type { AskConsole } from './console-calls.ts';
import { Notifier } from './notifier.ts';
import { QuickReplies } from './quick-replies.ts';

interface AlertingParts {
  readonly ask: AskConsole;
  readonly speech: Speech;
  readonly preferences: () => NotificationPreferences;
  /** Every window of the app, and whether one of them is in front. */
  readonly windows: () => readonly BrowserWindow[];
  /** Null opens the app where it is. */
  readonly onOpen: (ticketUid: string | null) => void;
}

/** Everything by which the app calls for its user: notifications, what is done in them, and the taskbar. */
export function createAlerting({ ask, onOpen, preferences, speech, windows }: AlertingParts) {
  const replies = new QuickReplies({
    ask,
    mintUid: createUidFactory({ now: Date.now }, (length) => randomFillSync(new Uint8Array(length))),
    onFailed: (uid) => {
      const { reply_failed: title, reply_failed_body: body } = speech.words.alert;
      notifier.say({ title, body }, () => onOpen(uid));
    },
  });
  const notifier = new Notifier({
    create: (options) => new Notification(options),
    isSupported: () => Notification.isSupported(),
    words: () => speech.words,
    preferences,
    now: () => new Date(),
    onOpen,
    onReply: (uid, text) => void replies.send(uid, text),
    onRead: (uid) => void ask('tickets.markSeen', { uid }),
  });

  return {
    notifier,
    alert: (alert: Alert): void => {
      if (!notifier.show(alert)) return;
      void replies.noteAlert(alert);
      const open = windows();
      if (!preferences().flashes || open.some((window) => window.isFocused())) return;
      for (const window of open) window.flashFrame(true);
    },
    clear: (): void => {
      notifier.closeAll();
      replies.clear();
    },
  };
}
