/** One press: modifiers and the physical key (`KeyboardEvent.code`), as in `Ctrl+Shift+KeyK`. */
export type Stroke = string;

/** What leads to a command: one stroke, or two after each other with a space between them. */
export type Binding = string;

/**
 * Every command that has a key, with those it has from the start. Keys are physical, so that they are in the same place
 * on every layout; Ctrl stands for Command on a Mac.
 */
const defaults = {
  next: ['KeyJ'],
  previous: ['KeyK'],
  next_best: [],
  open: ['Enter'],
  back: ['Escape'],
  select: ['KeyX'],
  select_next: ['Shift+KeyJ'],
  select_previous: ['Shift+KeyK'],
  select_all: ['Ctrl+KeyA'],
  reply: ['KeyR'],
  note: ['KeyN'],
  resolve: ['KeyE'],
  resolve_next: ['Shift+KeyE'],
  wait: ['KeyW'],
  assign_me: ['KeyI'],
  assign: ['KeyA'],
  status: ['KeyS'],
  priority: ['KeyP'],
  category: ['KeyY'],
  tags: ['KeyT'],
  snooze: ['KeyH'],
  snooze_again: ['Shift+KeyH'],
  follow: ['KeyF'],
  merge: [],
  macro: ['KeyM'],
  earlier_drafts: [],
  pop_out: [],
  context: ['Ctrl+Period'],
  next_message: ['BracketRight'],
  previous_message: ['BracketLeft'],
  copy_number: ['Period'],
  copy_link: ['Period Period'],
  undo: ['KeyZ', 'Ctrl+KeyZ'],
  send: ['Ctrl+Enter'],
  send_resolve: ['Ctrl+Shift+Enter'],
  send_next: ['Ctrl+Alt+Enter'],
  view_1: ['Digit1'],
  view_2: ['Digit2'],
  view_3: ['Digit3'],
  view_4: ['Digit4'],
  view_5: ['Digit5'],
  view_6: ['Digit6'],
  view_7: ['Digit7'],
  view_8: ['Digit8'],
  view_9: ['Digit9'],
  mine: ['KeyG KeyM'],
  unassigned: ['KeyG KeyU'],
  all_open: ['KeyG KeyO'],
  waiting: ['KeyG KeyW'],
  snoozed: ['KeyG KeyS'],
  following: ['KeyG KeyF'],
  mentions: ['KeyG KeyA'],
  closed: ['KeyG KeyC'],
  new_ticket: ['KeyC'],
  palette: ['Ctrl+KeyK'],
  search: ['Slash'],
  help: ['Shift+Slash'],
} as const satisfies Record<string, readonly Binding[]>;

export type CommandId = keyof typeof defaults;
export type Keymap = Readonly<Record<CommandId, readonly Binding[]>>;

export const commandIds = Object.keys(defaults) as CommandId[];
export const defaultKeymap: Keymap = defaults;

/** The command that opens the view at a place of the navigation, counted from 1; null past the ninth. */
export function viewCommandAt(place: number): CommandId | null {
  return commandIds.find((id) => id === `view_${place}`) ?? null;
}

/** What its user changed: a command without a key has none. */
export type KeyChoices = Readonly<Partial<Record<CommandId, Binding | null>>>;

export function keymapWith(choices: KeyChoices): Keymap {
  const chosen = Object.entries(choices).map(([id, binding]) => [id, binding === null ? [] : [binding]]);
  return { ...defaultKeymap, ...Object.fromEntries(chosen) } as Keymap;
}

/** Reads choices that were kept as JSON; whatever is not one is left out. */
export function parseChoices(text: string | null): KeyChoices {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const known = Object.entries(kept).filter(
      ([id, binding]) => id in defaults && (binding === null || typeof binding === 'string'),
    );
    return Object.fromEntries(known) as KeyChoices;
  } catch {
    return {};
  }
}

export interface KeyPress {
  code: string;
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const modifierCode = /^(?:Control|Shift|Alt|Meta|OS)(?:Left|Right)?$/;

/** The stroke of a key press; null while only modifiers are held. */
export function strokeOf(press: KeyPress): Stroke | null {
  if (press.code === '' || modifierCode.test(press.code)) return null;
  // A question mark stands elsewhere on other layouts; it is a sign people look for, not a place.
  const isQuestion = press.key === '?';
  const code = isQuestion ? 'Slash' : press.code === 'NumpadEnter' ? 'Enter' : press.code;
  return [
    press.ctrlKey || press.metaKey ? 'Ctrl' : null,
    press.altKey ? 'Alt' : null,
    isQuestion || press.shiftKey ? 'Shift' : null,
    code,
  ]
    .filter((part) => part !== null)
    .join('+');
}

/** Whether it takes no Ctrl and no Alt: such keys mean letters wherever something is typed. */
export function isPlain(stroke: Stroke): boolean {
  return !/(?:^|\+)(?:Ctrl|Alt)\+/.test(stroke);
}

export interface KeyMatch {
  id: CommandId | null;
  /** More may follow: a second stroke leads to another command. */
  isBeginning: boolean;
}

/** What a stroke leads to, after the one before it when that was a beginning. */
export function matchKeys(keymap: Keymap, before: Stroke | null, stroke: Stroke): KeyMatch {
  const pressed = before === null ? stroke : `${before} ${stroke}`;
  const id = commandIds.find((candidate) => keymap[candidate].includes(pressed)) ?? null;
  const isBeginning = commandIds.some((candidate) =>
    keymap[candidate].some((binding) => binding.startsWith(`${pressed} `)),
  );
  if (id === null && !isBeginning && before !== null) return matchKeys(keymap, null, stroke);
  return { id, isBeginning };
}

/** The other command that a binding would be taken from, null when it is free. */
export function holderOf(keymap: Keymap, id: CommandId, binding: Binding): CommandId | null {
  return commandIds.find((other) => other !== id && keymap[other].includes(binding)) ?? null;
}

const signByCode: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Period: '.',
  Comma: ',',
  Slash: '/',
  Backslash: '\\',
  Semicolon: ';',
  Quote: '’',
  Backquote: '`',
  BracketLeft: '[',
  BracketRight: ']',
  Minus: '-',
  Equal: '=',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
};

function strokeLabel(stroke: Stroke): string {
  if (stroke === 'Shift+Slash') return '?';
  const parts = stroke.split('+');
  const code = parts.pop() ?? '';
  return [...parts, signByCode[code] ?? code.replace(/^(?:Key|Digit)/, '')].join('+');
}

/** A binding as people read it: `Ctrl+K`, `G M`, `?`. */
export function bindingLabel(binding: Binding): string {
  return binding.split(' ').map(strokeLabel).join(' ');
}

/** The first keys of a command as people read them; empty when it has none. */
export function keyLabel(keymap: Keymap, id: CommandId): string {
  const [binding] = keymap[id];
  return binding === undefined ? '' : bindingLabel(binding);
}
