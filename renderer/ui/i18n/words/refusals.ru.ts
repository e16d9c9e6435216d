import type { Translated } from '../translated.ts';
import type { refusalsEn } from './refusals.en.ts';

export const refusalsRu: Translated<typeof refusalsEn> = {
  ticket_not_found: 'заявка исчезла или больше вам не видна.',
  forbidden: 'вы больше не можете менять эту заявку.',
  ticket_exists: 'такая заявка уже есть.',
  invalid_args: 'узел этого не принял ({{detail}}).',
  unknown_mutation: 'узел не знает таких изменений: возможно, он старше этого приложения.',
  failed: 'на узле произошёл сбой, и изменение отменено.',
  invalid_transition: 'заявку нельзя перевести из состояния «{{from}}» в «{{to}}».',
  status_overtaken: 'тем временем кто-то установил статус «{{status}}».',
  status_overtaken_unknown: 'тем временем кто-то установил другой статус.',
  assignee_overtaken: 'тем временем заявку передали другому ({{name}}).',
  assignee_taken_away: 'тем временем кто-то снял исполнителя.',
  file_missing: 'файл не дошёл до узла, его нужно отправить ещё раз.',
  ticket_full: 'файлов в заявке уже столько, сколько в ней может быть.',
  merge_overtaken: 'тем временем одну из двух заявок объединили с другой.',
  answered_meanwhile: 'тем временем ответил коллега.',
  assignee_not_found: 'этот человек не может брать заявки.',
  assignee_inactive: '{{name}} больше не работает здесь.',
};
