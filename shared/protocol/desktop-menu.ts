import { z } from 'zod';
import { acceleratorSchema } from './desktop-state.ts';

/** What the app speaks. */
export const desktopLanguages = ['en', 'ru'] as const;

/** The menus that the window's commands go into; lists and texts keep theirs to themselves. */
export const menuGroups = ['go', 'ticket', 'app'] as const;

/** A command of the window, as a line of the app's menu: named and keyed by the one keymap that its user has. */
const menuCommandSchema = z.strictObject({
  id: z.string().min(1).max(50),
  group: z.enum(menuGroups),
  label: z.string().min(1).max(120),
  /** Null for those whose key is a plain letter, or two strokes: menus know neither. */
  accelerator: acceleratorSchema.nullable(),
});
export type MenuCommand = z.infer<typeof menuCommandSchema>;

/** What a window has the app's menu show. */
export const desktopMenuSchema = z.strictObject({
  language: z.enum(desktopLanguages),
  commands: z.array(menuCommandSchema).max(150),
});
export type DesktopMenu = z.infer<typeof desktopMenuSchema>;
