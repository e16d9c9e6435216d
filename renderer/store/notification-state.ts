import type { QuietHours } from '#shared/model/quiet-hours.ts';
import type { AlertKind } from '#shared/protocol/ipc.ts';

/** What this computer tells its user of. */
export interface NotificationState {
  /** The alerts that are wanted, here and in the desktop app. */
  alertKinds: readonly AlertKind[];
  /** When the browser's notifications wait; the desktop app has hours of its own. */
  quietHours: QuietHours | null;
  isNotificationsOpen: boolean;
  /** In the desktop app they are a part of its settings, which open in place of this. */
  setNotificationsOpen: (isOpen: boolean) => void;
  wantAlert: (kind: AlertKind, isWanted: boolean) => void;
  setQuietHours: (hours: QuietHours | null) => void;
  /** Says it to the console behind the bridge, which forgets it when it ends. */
  tellAlertKinds: () => Promise<void>;
}
