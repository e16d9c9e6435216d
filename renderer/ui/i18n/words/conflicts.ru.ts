import type { Translated } from '../translated.ts';
import type { conflictsEn } from './conflicts.en.ts';

export const conflictsRu: Translated<typeof conflictsEn> = {
  written: 'Что вы написали',
  wanted: 'Что вы хотели',
  since: 'Что пришло с тех пор',
  ticket_gone: 'заявка, которой здесь больше нет',
  title: 'Нужно ваше решение: {{subject}}',
  position: '{{position}} из {{count}}',
  choice: {
    redo_text: 'Отправить следом',
    redo: 'Всё равно применить',
    edit: 'Изменить',
    note: 'Оставить заметкой',
    discard: 'Не отправлять',
  },
  want: {
    status: 'Установить статус «{{status}}»',
    status_unknown: 'Установить другой статус',
    assign: 'Назначить исполнителя: {{name}}',
    unassign: 'Снять исполнителя',
    priority: 'Изменить приоритет',
    category: 'Изменить категорию',
    create: 'Открыть заявку',
    other: 'Изменить заявку',
    tags: 'Изменить метки',
    snooze: 'Отложить заявку',
    follow: 'Следить за заявкой',
    merge: 'Объединить заявку',
    unmerge: 'Отменить объединение',
    attach: 'Прикрепить {{name}}',
  },
  done: {
    redo: 'Отправлено поверх нового',
    edit: 'Снова в поле ответа',
    note: 'Сохранено как внутренняя заметка',
    discard: 'Не отправлено',
  },
  not_settled: 'Не улажено: {{reason}}',
};
