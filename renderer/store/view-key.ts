import type { DeskItem } from '#shared/model/item.ts';

export type SavedView = Extract<DeskItem, { kind: 'view' }>;
