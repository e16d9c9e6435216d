import type { Translated } from '../translated.ts';
import type { deskEn } from './desk.en.ts';

export const deskRu: Translated<typeof deskEn> = {
  opening: 'Открываем рабочее место',
  files_failed: 'Waypost не смог открыть свои файлы',
  messages: 'Сообщения',
  new_ticket: 'Новая заявка',
  load_again: 'Загрузить снова',
  stumbled: {
    title: 'В окне произошла ошибка',
    text: 'Ничего не потеряно: написанное хранится вне этого окна.',
  },
  other_tab: {
    title: 'Waypost открыт в другой вкладке',
    use_here: 'Работать здесь',
    waiting: 'Заявки держит одна вкладка. Можно продолжить в этой: черновики перейдут сюда.',
    taken_over: 'Ваши черновики сохранены и перешли туда.',
  },
  not_started: {
    title: 'Waypost не запустился',
    text: 'Написанное раньше сохранено.',
  },
  alert: {
    assigned: 'Назначено вам: {{ticket}}',
    customer_message: 'Новое сообщение: {{ticket}}',
    followed_message: 'Новое сообщение в заявке, за которой вы следите: {{ticket}}',
    mentioned: 'Вас упомянули: {{ticket}}',
  },
  not_changed: 'Не изменено: {{reason}}',
  undone: 'Отменено',
  undone_many_one: 'Отменено: {{count}} изменение',
  undone_many_few: 'Отменено: {{count}} изменения',
  undone_many_many: 'Отменено: {{count}} изменений',
  undone_many_other: 'Отменено: {{count}} изменения',
  did: {
    status: 'Статус: {{status}}',
    priority: 'Приоритет: {{priority}}',
    category: 'Категория: {{category}}',
    assigned: 'Исполнитель: {{name}}',
    unassigned: 'Без исполнителя',
  },
  sent_again_one: 'База восстановлена из резервной копии. {{count}} ваше изменение отправлено снова.',
  sent_again_few: 'База восстановлена из резервной копии. {{count}} ваших изменения отправлены снова.',
  sent_again_many: 'База восстановлена из резервной копии. {{count}} ваших изменений отправлены снова.',
  sent_again_other: 'База восстановлена из резервной копии. {{count}} ваших изменения отправлены снова.',
  too_late: 'Поздно: уже отправляется',
  taken_back: 'Возвращено: отправлено не было',
  back_online: {
    nothing: 'Снова на связи',
    needs_you: 'Снова на связи. Некоторые ваши изменения ждут решения.',
    sent_one: 'Снова на связи. Отправлено {{count}} изменение.',
    sent_few: 'Снова на связи. Отправлено {{count}} изменения.',
    sent_many: 'Снова на связи. Отправлено {{count}} изменений.',
    sent_other: 'Снова на связи. Отправлено {{count}} изменения.',
  },
  edge: {
    views: 'Ширина списка видов',
    list: 'Ширина списка заявок',
    context: 'Ширина подробностей',
  },
};
