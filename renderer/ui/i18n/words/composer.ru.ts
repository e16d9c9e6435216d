import type { Translated } from '../translated.ts';
import type { composerEn } from './composer.en.ts';

export const composerRu: Translated<typeof composerEn> = {
  composer: 'Поле ответа',
  what_to_write: 'Что написать',
  reply: 'Ответ',
  note: 'Заметка',
  internal_note: 'Внутренняя заметка',
  reply_placeholder: 'Напишите ответ…',
  note_placeholder: 'Напишите заметку для команды…',
  saved: 'Черновик сохранён на этом компьютере',
  saving: 'Черновик сохраняется…',
  send_reply: 'Отправить ответ',
  add_note: 'Добавить заметку',
  not_sent: 'Не отправлено: {{reason}}',
  kept_as_draft: 'Не отправлено: написанное сохранено как черновик',
  team_only: 'Это видит только ваша команда',
  to: 'Кому: {{customer}}',
  to_by: 'Кому: {{customer}}, {{channel}}',
  the_customer: 'клиент',
  a_colleague: 'Коллега',
  answered:
    'Пока вы писали, пришёл ответ (<strong>{{name}}</strong>). Прочтите его выше, прежде чем отправлять.',
  have_read: 'Прочитано',
};
