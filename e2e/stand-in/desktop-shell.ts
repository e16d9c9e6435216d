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
import { record, type RecordedNotification } from './record.ts';
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

export class Menu {
  readonly template: readonly MenuItemConstructorOptions[];

  static buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    return strict('Menu', new Menu(template));
  }

  static setApplicationMenu(_menu: unknown): void {}

  constructor(template: readonly MenuItemConstructorOptions[] = []) {
    this.template = template;
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
    const item = this.#menu?.template.find((candidate) => candidate.label === label);
    if (item?.click === undefined) throw new Error(`The tray's menu has no "${label}" to press`);
    item.click({} as never, undefined, {});
  }

  #record(): void {
    const menu = (this.#menu?.template ?? [])
      .filter((item) => item.type !== 'separator')
      .map((item) => ({ label: item.label ?? '', isEnabled: item.enabled !== false }));
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
