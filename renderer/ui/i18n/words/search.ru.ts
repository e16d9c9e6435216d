import type { Translated } from '../translated.ts';
import type { searchEn } from './search.en.ts';

export const searchRu: Translated<typeof searchEn> = {
  where: 'Заявки на этом компьютере',
  search: 'Поиск заявок',
  results: 'Результаты поиска',
  scope: 'Где искали',
  not_searched: 'Поиск не выполнен: {{reason}}',
  nothing: 'Ничего не найдено',
  best_one: '{{count}} заявка',
  best_few: '{{count}} лучших совпадения',
  best_many: '{{count}} лучших совпадений',
  best_other: '{{count}} лучших совпадения',
  preparing: 'Ещё готовится: часть заявок на этом компьютере пока не ищется.',
  local: 'Искали на этом компьютере; старые закрытые заявки — на узле.',
};
