import { z } from 'zod';
import { alertKinds, type AlertKind } from '#shared/protocol/ipc.ts';
import { rememberedText, rememberText } from '../ui/remembered.ts';
import type { NotificationState } from './notification-state.ts';
import type { Slice } from './slice.ts';

const rememberedName = 'notifications';

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const chosenSchema = z.object({
  kinds: z.array(z.enum(alertKinds)),
  quiet: z.object({ from: timeOfDay, to: timeOfDay }).nullable(),
});

/** What was chosen on this computer; everything, at any time, before anything was. */
function remembered(): z.infer<typeof chosenSchema> {
  try {
    return chosenSchema.parse(JSON.parse(rememberedText(rememberedName) ?? ''));
  } catch {
    return { kinds: [...alertKinds], quiet: null };
  }
}

export const createNotificationSlice: Slice<NotificationState> = ({ bridge, get, set }) => {
  const chosen = remembered();
  const keep = (): void => {
    const { alertKinds: kinds, quietHours: quiet } = get();
    rememberText(rememberedName, JSON.stringify({ kinds, quiet }));
  };
  const tell = async (): Promise<void> => {
    await bridge.call('alerts.choose', { kinds: [...get().alertKinds] });
  };
  return {
    alertKinds: chosen.kinds,
    quietHours: chosen.quiet,
    isNotificationsOpen: false,
    setNotificationsOpen: (isOpen) => {
      if (isOpen && get().desktop !== null) get().showSettings('notifications');
      else set({ isNotificationsOpen: isOpen });
    },
    wantAlert: (kind: AlertKind, isWanted) => {
      const others = get().alertKinds.filter((other) => other !== kind);
      set({ alertKinds: isWanted ? [...others, kind] : others });
      keep();
      void tell();
    },
    setQuietHours: (quietHours) => {
      set({ quietHours });
      keep();
    },
    tellAlertKinds: tell,
  };
};
