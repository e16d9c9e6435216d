import type { Translated } from '../translated.ts';
import type { newTicketEn } from './new-ticket.en.ts';

export const newTicketRu: Translated<typeof newTicketEn> = {
  title: 'Новая заявка',
  customer: 'Клиент',
  name: 'Имя',
  email: 'Эл. почта',
  phone: 'Телефон',
  subject: 'Тема',
  description: 'Описание',
  priority: 'Приоритет',
  category: 'Категория',
  discard: 'Удалить черновик',
  create: 'Создать заявку',
  problem: {
    subject: 'Скажите в нескольких словах, о чём она',
    description: 'Напишите, что сказал клиент',
    email: 'В адресе должен быть знак @',
  },
  not_created: 'Не создано: {{reason}}',
  split_title: 'Отделить в новую заявку',
  split_from: 'Отделяется от {{ticket}}',
  split_done: 'Отделено в новую заявку',
  busy: 'Сначала закончите заявку, которую пишете, или удалите её черновик',
};
