// The desktop around the windows: tray, menus, notifications.

import type {
  Menu as ElectronMenu,
  MenuItemConstructorOptions,
  NativeImage,
  Notification as ElectronNotification,
  NotificationConstructorOptions,
  Tray as ElectronTray,
} from 'electron';
import { StandInEmitter } from './emitter.ts';
import type { Implemented } from './implemented.ts';
import { record, type RecordedMenuItem, type RecordedNotification } from './record.ts';
import { strict } from './strict.ts';

/** Those that were made, in the order of `record.notifications`. */
export const notifications: Notification[] = [];
export const trays: Tray[] = [];

export class Notification extends StandInEmitter {
  readonly #recorded: RecordedNotification;

  static isSupported(): boolean {
    return true;
  }

  constructor({ title = '', body = '' }: NotificationConstructorOptions = {}) {
    super();
    this.#recorded = { title, body, isShown: false };
    record.notifications.push(this.#recorded);
    notifications.push(this);
    return strict('Notification', this);
  }

  show(): void {
    this.#recorded.isShown = true;
    this.emit('show');
  }

  close(): void {
    if (!this.#recorded.isShown) return;
    this.#recorded.isShown = false;
    this.emit('close', {});
  }
}

/** Every line of a menu and of the menus in it, separators left out. */
function recordItems(template: readonly MenuItemConstructorOptions[], above = ''): RecordedMenuItem[] {
  return template
    .filter((item) => item.type !== 'separator')
    .flatMap((item) => {
      const label = `${above}${item.label ?? item.role ?? ''}`;
      const own: RecordedMenuItem = {
        label,
        isEnabled: item.enabled !== false,
        isChecked: item.checked === true,
        accelerator: typeof item.accelerator === 'string' ? item.accelerator : null,
      };
      const inside = Array.isArray(item.submenu) ? recordItems(item.submenu, `${label} > `) : [];
      return [own, ...inside];
    });
}

export class Menu {
  static #applicationMenu: Menu | null = null;
  readonly template: readonly MenuItemConstructorOptions[];

  static buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    return strict('Menu', new Menu(template));
  }

  static setApplicationMenu(menu: ElectronMenu | null): void {
    Menu.#applicationMenu = menu as unknown as Menu | null;
    record.appMenu = recordItems(Menu.#applicationMenu?.template ?? []);
  }

  static pressApplicationMenu(path: string): void {
    Menu.#applicationMenu?.press(path);
  }

  constructor(template: readonly MenuItemConstructorOptions[] = []) {
    this.template = template;
  }

  popup(): void {
    record.contextMenus.push(recordItems(this.template));
  }

  /** As when a person chooses the line at the end of `File > Print…`. */
  press(path: string): void {
    let template = this.template;
    let item: MenuItemConstructorOptions | undefined;
    for (const label of path.split(' > ')) {
      item = template.find((candidate) => candidate.label === label);
      template = Array.isArray(item?.submenu) ? item.submenu : [];
    }
    if (item?.click === undefined) throw new Error(`There is no "${path}" to press`);
    item.click({} as never, undefined, {});
  }
}

export class Tray extends StandInEmitter {
  #menu: Menu | null = null;
  #tooltip = '';

  constructor(_image: unknown) {
    super();
    trays.push(this);
    this.#record();
    return strict('Tray', this);
  }

  setImage(_image: unknown): void {}

  setToolTip(tooltip: string): void {
    this.#tooltip = tooltip;
    this.#record();
  }

  setContextMenu(menu: unknown): void {
    this.#menu = menu as Menu;
    this.#record();
  }

  destroy(): void {
    record.tray = null;
  }

  pressMenuItem(label: string): void {
    this.#menu?.press(label);
  }

  #record(): void {
    const menu = recordItems(this.#menu?.template ?? []);
    record.tray = { tooltip: this.#tooltip, menu };
  }
}

export const nativeImage = {
  createFromBitmap(pixels: Buffer, size: { width: number; height: number }) {
    if (pixels.length !== size.width * size.height * 4) throw new Error('A bitmap of the wrong size');
    return strict('NativeImage', { isEmpty: () => false, getSize: () => size });
  },
};

nativeImage satisfies {
  createFromBitmap: (
    ...args: never[]
  ) => Implemented<NativeImage, ReturnType<typeof nativeImage.createFromBitmap>>;
};
Notification satisfies new (
  options?: NotificationConstructorOptions,
) => Implemented<ElectronNotification, Notification>;
Menu satisfies Implemented<typeof ElectronMenu, typeof Menu, 'prototype' | 'buildFromTemplate'>;
Tray satisfies new (image: NativeImage) => Implemented<ElectronTray, Tray>;
