import { z } from 'zod';
import { uidSchema } from '../model/uid.ts';
import { viewKeySchema } from '../model/view.ts';
import { desktopMenuSchema } from './desktop-menu.ts';
import {
  aboutSchema,
  desktopStateSchema,
  hostStatusSchema,
  nodePlaceSchema,
  nodeVerdictSchema,
  notificationVerdictSchema,
  updateStatusSchema,
} from './desktop-state.ts';

/**
 * The part of the window's contract that only the desktop's main process answers; a browser has none of it. No call
 * takes a path, and none answers what an address that the page names has to say: a node is only judged.
 */
const nothing = z.strictObject({});
const done = z.null();

const addressSchema = z.string().max(2000);

/** Calls that only the desktop's main process answers. */
export const desktopCalls = {
  'desktop.state': { args: nothing, result: desktopStateSchema },
  /** Looks whether a node that this console can work with is at an address as a person types it. */
  'desktop.checkNode': { args: z.strictObject({ address: addressSchema }), result: nodeVerdictSchema },
  /** Works with this node from now on. */
  'desktop.useNode': { args: z.strictObject({ place: nodePlaceSchema }), result: desktopStateSchema },
  /** Takes a node off the list and its copy off this computer; refused as a conflict for the one in use. */
  'desktop.forgetNode': { args: z.strictObject({ place: nodePlaceSchema }), result: desktopStateSchema },
  /** How the node on this computer runs; one that runs is started anew. */
  'desktop.saveHost': {
    args: desktopStateSchema.shape.host.omit({ data_dir: true }),
    result: desktopStateSchema,
  },
  /** Lets the person choose the folder of the node on this computer. */
  'desktop.chooseDataFolder': { args: nothing, result: desktopStateSchema },
  'desktop.savePreferences': { args: desktopStateSchema.shape.preferences, result: desktopStateSchema },
  'desktop.host': { args: nothing, result: hostStatusSchema },
  /** The last lines that the node on this computer said. */
  'desktop.hostLog': { args: nothing, result: z.array(z.string()) },
  'desktop.restartHost': { args: nothing, result: done },
  /** Shows a notification now, and says whether the system showed it. */
  'desktop.testNotification': { args: nothing, result: notificationVerdictSchema },
  'desktop.about': { args: nothing, result: aboutSchema },
  'desktop.openLogFolder': { args: nothing, result: done },
  /** Saves what helps to find a fault, without tickets and secrets, where its user says; false when they say nowhere. */
  'desktop.saveDiagnostics': { args: nothing, result: z.boolean() },
  'desktop.updates': { args: nothing, result: updateStatusSchema },
  'desktop.checkUpdates': { args: nothing, result: updateStatusSchema },
  /** Ends the app and starts its new version, which has to be `ready`. */
  'desktop.installUpdate': { args: nothing, result: done },
  /** What the app's menu shows of the window's commands, in the window's language. */
  'desktop.setMenu': { args: desktopMenuSchema, result: done },
  /** Shows a ticket in a window of its own; refused as a conflict while too many are open. */
  'desktop.popOut': { args: z.strictObject({ ticket_uid: uidSchema }), result: done },
  /** Marks a text in this window's page; `found` tells how often it is there. */
  'desktop.find': {
    args: z.strictObject({
      text: z.string().min(1).max(200),
      is_forward: z.boolean(),
      /** Goes on from the present place instead of beginning anew. */
      is_next: z.boolean(),
    }),
    result: done,
  },
  'desktop.stopFind': { args: nothing, result: done },
  /** Prints this window's page, by the system's own dialog. */
  'desktop.print': { args: nothing, result: done },
  /** Saves this window's page as a PDF where its user says; false when they say nowhere. */
  'desktop.savePdf': { args: nothing, result: z.boolean() },
  /** Opens an https or mailto link outside the app. */
  'desktop.openExternal': { args: z.strictObject({ url: addressSchema }), result: done },
} as const satisfies Record<string, { args: z.ZodType; result: z.ZodType }>;

export type DesktopCall = keyof typeof desktopCalls;
export type DesktopArgs<Call extends DesktopCall> = z.input<(typeof desktopCalls)[Call]['args']>;
export type DesktopResult<Call extends DesktopCall> = z.output<(typeof desktopCalls)[Call]['result']>;

/** What a window can be asked to show from outside of it. */
export const destinationSchema = z.union([
  z.strictObject({ ticket_uid: uidSchema }),
  z.strictObject({ view: viewKeySchema }),
]);
export type Destination = z.infer<typeof destinationSchema>;

export const desktopEvents = {
  /** A notification, the tray or a deep link asks to show something. */
  navigate: destinationSchema,
  /** A command of the window was chosen in the app's menu. */
  command: z.strictObject({ id: z.string() }),
  /** The app's menu or its tray asks for a part of the window. */
  show: z.strictObject({ what: z.enum(['find', 'settings', 'about']) }),
  /** How often the text is in the page, and at which place of these it is now; 0 of 0 when it is nowhere. */
  found: z.strictObject({ ordinal: z.int(), matches: z.int() }),
  /** Settings changed, here or in another window. */
  state: desktopStateSchema,
  updates: updateStatusSchema,
  /** The node on this computer came, went or is being started again. */
  host: hostStatusSchema,
} as const satisfies Record<string, z.ZodType>;

export type DesktopEvent = keyof typeof desktopEvents;
export type DesktopEventData<Event extends DesktopEvent> = z.output<(typeof desktopEvents)[Event]>;
