import { departments, type Department } from '#shared/model/department.ts';
import { priorities, type Priority } from '#shared/model/priority.ts';
import { statuses, type Status } from '#shared/model/status.ts';
import type { ImportColumns, ImportField } from '#shared/protocol/admin/imports.ts';

/** `In-Progress` and `in progress` are the same word. */
const fold = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

function vocabulary<Value extends string>(
  values: readonly Value[],
  others: Readonly<Record<Value, string>>,
): ReadonlyMap<string, Value> {
  const pairs = values.flatMap((value) =>
    [value, ...others[value].split('|')].map((word) => [fold(word), value] as const),
  );
  return new Map(pairs);
}

/** The words of Zendesk, Freshdesk, Zammad and Chatwoot beside our own, in English and Russian. */
const statusWords = vocabulary<Status>(statuses, {
  new: 'новая|новый',
  opened: 'open|открыта|открыт|открыто',
  in_progress: 'в работе|active',
  on_hold: 'hold|onhold|на паузе|отложена|snoozed|pending reminder',
  waiting_user: 'pending|waiting on customer|waiting|ожидание|ждёт клиента|pending close',
  resolved: 'solved|done|решена|решён|решено',
  waiting_approval: 'на проверке',
  closed: 'закрыта|закрыт|закрыто|archived',
  cancelled: 'canceled|отменена|отменён|отменено|rejected|merged',
});

const priorityWords = vocabulary<Priority>(priorities, {
  critical: 'urgent|критический|срочный|срочная',
  high: 'высокий|высокая',
  medium: 'normal|средний|средняя|обычный|обычная',
  low: 'низкий|низкая',
});

const categoryWords = vocabulary<Department>(departments, {
  payment: 'payments|billing|оплата|платежи',
  loan: 'loans|кредит|кредиты',
  account: 'accounts|счёт|учётная запись|аккаунт',
  technical: 'support|техника|технический|техподдержка',
  general: 'other|общее|другое|прочее',
});

export const statusOf = (word: string): Status | undefined => statusWords.get(fold(word));
export const priorityOf = (word: string): Priority | undefined => priorityWords.get(fold(word));
export const categoryOf = (word: string): Department | undefined => categoryWords.get(fold(word));

/** The likeliest first; `exact_status` of our own exports says more than their `status`. */
const headersByField: Readonly<Record<ImportField, string>> = {
  external_key: 'external key|key|id|ticket id|ticket number|number|#|номер|ключ|код',
  subject: 'subject|title|summary|тема|заголовок',
  description: 'description|body|text|message|описание|текст|сообщение',
  status: 'exact status|status|state|статус|состояние',
  priority: 'priority|приоритет|важность',
  category: 'category|department|group|team|категория|отдел|группа',
  requester_name:
    'requester name|requester|customer|customer name|name|full name|contact|клиент|имя|заявитель',
  requester_email: 'requester email|email|customer email|e mail|contact email|почта|email клиента',
  phone_number: 'phone number|phone|mobile|телефон',
  tags: 'tags|labels|метки|теги',
  assignee: 'assignee|assigned agent|agent|owner|assigned to|responder|исполнитель|агент|ответственный',
  created_at:
    'created at|created|created time|created date|created on|date|создана|создано|дата создания|дата',
  ended_at:
    'ended at|resolved at|closed at|solved at|resolved time|closed time|решена в|закрыта в|дата закрытия',
};

/** Which column is probably what, by its header; each header is used once. */
export function guessColumns(headers: readonly string[]): ImportColumns {
  const columns: ImportColumns = {};
  const free = new Map(headers.map((header) => [fold(header), header]));
  for (const [field, names] of Object.entries(headersByField) as [ImportField, string][]) {
    const known = names.split('|').find((name) => free.has(name));
    const header = known === undefined ? undefined : free.get(known);
    if (known === undefined || header === undefined) continue;
    columns[field] = header;
    free.delete(known);
  }
  return columns;
}
