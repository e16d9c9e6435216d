import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/protocol/desktop-menu.ts';
import type { Words } from '../words/shape.ts';

interface MenuInputs {
  readonly isMac: boolean;
  readonly isDeveloped: boolean;
  readonly words: Words;
  /** Of the window, by the keymap of its user. */
  readonly commands: readonly MenuCommand[];
}

export interface MenuActions {
  readonly runCommand: (id: string) => void;
  readonly popOut: () => void;
  readonly print: () => void;
  readonly savePdf: () => void;
  readonly find: () => void;
  readonly openSettings: () => void;
  readonly openLogFolder: () => void;
  readonly showAbout: () => void;
}

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/** The app's menu: the system's own entries, so that their keys work everywhere, and the window's commands. */
export function appMenuTemplate(inputs: MenuInputs, actions: MenuActions): Item[] {
  const { isMac, words } = inputs;
  const { menu } = words;
  return [
    ...(isMac ? [macAppMenu(words, actions)] : []),
    { label: menu.file, submenu: fileMenu(inputs, actions) },
    {
      label: menu.edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
        separator,
        { label: menu.find, accelerator: 'CommandOrControl+F', click: actions.find },
      ],
    },
    { label: menu.view, submenu: viewMenu(inputs) },
    { label: menu.go, submenu: commandItems(inputs, 'go', actions) },
    {
      label: menu.ticket,
      submenu: [
        { label: menu.pop_out, click: actions.popOut },
        separator,
        ...commandItems(inputs, 'ticket', actions),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', label: menu.help, submenu: helpMenu(inputs, actions) },
  ];
}

/** Where macOS users look for what concerns the app as a whole. */
function macAppMenu({ menu }: Words, actions: MenuActions): Item {
  return {
    role: 'appMenu',
    submenu: [
      { label: menu.about, click: actions.showAbout },
      separator,
      settingsItem(menu, actions),
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

function fileMenu(inputs: MenuInputs, actions: MenuActions): Item[] {
  const { isMac } = inputs;
  const { menu, tray } = inputs.words;
  // The first of the app's own commands makes something; the others help.
  const create = commandItems(inputs, 'app', actions).slice(0, 1);
  return [
    ...create,
    ...(create.length === 0 ? [] : [separator]),
    { label: menu.save_pdf, click: actions.savePdf },
    { label: menu.print, accelerator: 'CommandOrControl+P', click: actions.print },
    separator,
    ...(isMac ? [] : [settingsItem(menu, actions), separator]),
    { role: 'close' },
    ...(isMac ? [] : [{ role: 'quit', label: tray.quit } as const]),
  ];
}

function settingsItem(menu: Words['menu'], actions: MenuActions): Item {
  return { label: menu.settings, accelerator: 'CommandOrControl+,', click: actions.openSettings };
}

function viewMenu({ isDeveloped, words: { menu } }: MenuInputs): Item[] {
  return [
    ...(isDeveloped ? ([{ role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
    { role: 'resetZoom', label: menu.actual_size },
    { role: 'zoomIn', label: menu.zoom_in },
    { role: 'zoomOut', label: menu.zoom_out },
    separator,
    { role: 'togglefullscreen', label: menu.full_screen },
  ];
}

function helpMenu(inputs: MenuInputs, actions: MenuActions): Item[] {
  const { isMac, words } = inputs;
  return [
    ...commandItems(inputs, 'app', actions).slice(1),
    separator,
    { label: words.menu.log_folder, click: actions.openLogFolder },
    ...(isMac ? [] : [separator, { label: words.menu.about, click: actions.showAbout }]),
  ];
}

/**
 * The keys are shown, but bound by the window: it knows whether somebody types, or a second stroke is awaited. macOS
 * binds what a menu shows whether it is asked to or not.
 */
function commandItems({ commands }: MenuInputs, group: MenuCommand['group'], actions: MenuActions): Item[] {
  return commands
    .filter((command) => command.group === group)
    .map(({ id, label, accelerator }) => ({
      // In menus, an ampersand marks the letter behind it.
      label: label.replaceAll('&', '&&'),
      ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
      click: () => actions.runCommand(id),
    }));
}
