import type { Translated } from '../translated.ts';
import type { adminCategoriesEn } from './admin-categories.en.ts';

export const adminCategoriesRu: Translated<typeof adminCategoriesEn> = {
  description:
    'Другие входы называют категории своими словами. Здесь вы решаете, какой отдел их получает. Это действует для того, что получит категорию с этой минуты.',
  list: 'Категории и их отделы',
  column: {
    word: 'Категория',
    vocabulary: 'Откуда',
    department: 'Отдел',
    changed: 'Изменено',
  },
  vocabulary: {
    support: 'Поддержка клиентов',
    admin: 'Заявки администраторов',
    incident: 'Инциденты',
    it: 'Поддержка ИТ',
  },
  department_of: 'Отдел для «{{word}}»',
  as_documented: '{{department}} (по документам)',
  new_word: 'Другая категория в заявках администраторов',
  new_word_hint: 'Так, как её пишут там',
  add: 'Добавить',
  routed: '«{{word}}» теперь получает отдел «{{department}}»',
  given_back: '«{{word}}» теперь идёт туда, куда велят документы',
};
