import type { Translated } from '../translated.ts';
import type { searchEn } from './search.en.ts';

export const searchRu: Translated<typeof searchEn> = {
  where: 'Поиск по заявкам',
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
  here: 'Искали на этом компьютере.',
  here_only: 'Искали только на этом компьютере: узел недоступен.',
  here_newest: 'Слова такие частые, что просмотрены только новые заявки с ними.',
  older: 'Старые закрытые заявки — на узле.',
  ask_node: 'Искать среди всех заявок на узле',
  on_node: 'На узле',
  asking: 'Спрашиваем узел…',
  node_too: 'На узле тоже искали.',
  node_newest: 'Слова такие частые, что на узле искали только среди новых заявок.',
  node_more: 'На узле найдено больше; уточните запрос ещё одним словом.',
  node_failed: 'На узле не искали: {{reason}}',
  left_out: 'Пропущено, так как не имеет смысла: {{filters}}',
};
