// The parts of the system around the app: what it asks of them is recorded, and answered like a friendly desktop.

import type {
  Clipboard,
  Dialog,
  Display,
  GlobalShortcut,
  MessageBoxOptions,
  MessageBoxReturnValue,
  NativeTheme,
  Net,
  PowerMonitor,
  SafeStorage,
  Screen,
  Shell,
} from 'electron';
import { StandInEmitter } from './emitter.ts';
import type { Implemented } from './implemented.ts';
import { record } from './record.ts';

const key = 0x5a;
const flip = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ key));

/** Reversible by anybody: it keeps secrets out of plain sight, so that a spec can search the disk for them. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: async (text: string) => flip(Buffer.from(text, 'utf8')),
  decryptStringAsync: async (bytes: Buffer) => ({
    result: flip(bytes).toString('utf8'),
    shouldReEncrypt: false,
  }),
} satisfies Partial<SafeStorage>;

export const shell = {
  openExternal: async (url: string) => {
    record.openedLinks.push(url);
  },
  openPath: async (path: string) => {
    record.openedPaths.push(path);
    return '';
  },
} satisfies Partial<Shell>;

/** What the person will choose in the next dialogs for files and folders; without a choice they cancel. */
export const chosenPaths: string[] = [];

/** Presses the default button of every question. */
export const dialog = {
  showMessageBox: async (...args: unknown[]): Promise<MessageBoxReturnValue> => {
    const { message, detail = '', buttons = [], defaultId = 0 } = args.at(-1) as MessageBoxOptions;
    record.dialogs.push({ message, detail, buttons });
    return { response: defaultId, checkboxChecked: false };
  },
  showOpenDialog: async () => {
    const path = chosenPaths.shift();
    return { canceled: path === undefined, filePaths: path === undefined ? [] : [path] };
  },
  showSaveDialog: async () => {
    const filePath = chosenPaths.shift() ?? '';
    return { canceled: filePath === '', filePath };
  },
} satisfies Partial<Dialog>;

export const clipboard = {
  writeText: async (text: string) => {
    record.clipboardText = text;
  },
} satisfies Partial<Clipboard>;

const workArea = { x: 0, y: 0, width: 1920, height: 1080 };

export const screen = {
  getAllDisplays: () => [{ workArea, bounds: workArea } as Display],
} satisfies Partial<Screen>;

export const nativeTheme = { shouldUseDarkColors: false } satisfies Partial<NativeTheme>;

export const net = {
  fetch: (input, init) => fetch(input, init),
} satisfies Pick<Net, 'fetch'>;

const pressedByShortcut = new Map<string, () => void>();

export const globalShortcut = {
  register: (accelerator: string, callback: () => void) => {
    if (pressedByShortcut.has(accelerator)) return false;
    pressedByShortcut.set(accelerator, callback);
    record.shortcuts = [...pressedByShortcut.keys()];
    return true;
  },
  unregister: (accelerator: string) => {
    pressedByShortcut.delete(accelerator);
    record.shortcuts = [...pressedByShortcut.keys()];
  },
} satisfies Partial<GlobalShortcut>;

/** The person presses a key combination that some program has taken from the system. */
export function pressShortcut(accelerator: string): void {
  pressedByShortcut.get(accelerator)?.();
}

export const powerMonitor = new StandInEmitter();
powerMonitor satisfies Implemented<PowerMonitor, StandInEmitter>;
