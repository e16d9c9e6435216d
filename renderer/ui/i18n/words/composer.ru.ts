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
  not_saved: 'Не сохранено: не закрывайте окно',
  not_saved_why: 'Черновик не сохранён: {{reason}}',
  add_note: 'Добавить заметку',
  not_sent: 'Не отправлено: {{reason}}',
  kept_as_draft: 'Не отправлено: написанное сохранено как черновик',
  team_only: 'только для команды',
  to: 'кому: {{customer}}',
  to_by: 'кому: {{customer}}, {{channel}}',
  the_customer: 'клиент',
  a_colleague: 'Коллега',
  answered:
    'Пока вы писали, пришёл ответ (<strong>{{name}}</strong>). Прочтите его выше, прежде чем отправлять.',
  have_read: 'Прочитано',
  send: {
    send: 'Отправить ответ',
    send_resolve: 'Отправить и решить',
    send_wait: 'Отправить и ждать',
    send_next: 'Отправить и к следующей',
  },
  ways: 'Другие способы отправки',
  only_team: 'Это видит только ваша команда',
  present: {
    typing: '<strong>{{name}}</strong> прямо сейчас пишет этому клиенту.',
    draft: 'У <strong>{{name}}</strong> есть неотправленный черновик в этой заявке.',
  },
  pick: {
    macro: 'Макросы',
    faq: 'Ответы',
    person: 'Коллеги',
    none: 'Ничего не подходит',
    hint: '/ макросы · ?? ответы · @ коллеги в заметках',
  },
  earlier: {
    title: 'Прежние черновики',
    find: 'Найти в прежних черновиках',
    none: 'Раньше здесь ничего не писали',
    none_fits: 'Ничего не подходит',
    not_kept: 'Текущий текст не удалось сохранить, поэтому он оставлен как есть',
  },
  effects: {
    title: 'При отправке',
    remove: 'Не делать: {{what}}',
    now: 'Сделать сейчас',
  },
};
