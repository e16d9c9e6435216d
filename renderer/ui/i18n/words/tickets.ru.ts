import type { Translated } from '../translated.ts';
import type { ticketsEn } from './tickets.en.ts';

export const ticketsRu: Translated<typeof ticketsEn> = {
  status: {
    new: 'Новая',
    opened: 'Открыта',
    in_progress: 'В работе',
    on_hold: 'Отложена',
    waiting_user: 'Ждёт клиента',
    resolved: 'Решена',
    waiting_approval: 'Ждёт подтверждения',
    closed: 'Закрыта',
    cancelled: 'Отменена',
  },
  priority: {
    critical: 'Критический',
    high: 'Высокий',
    medium: 'Средний',
    low: 'Низкий',
  },
  category: {
    payment: 'Платежи',
    loan: 'Кредиты',
    account: 'Счета',
    technical: 'Техника',
    general: 'Общее',
  },
  source: {
    whatsapp: 'WhatsApp',
    telegram: 'Telegram',
    web: 'Веб-форма',
    api: 'API',
    chatbot: 'Чат-бот',
  },
  role: {
    super_admin: 'Главный администратор',
    admin: 'Администратор',
    agent: 'Агент',
    customer: 'Клиент',
  },
  view: {
    mine: 'Мои',
    unassigned: 'Без исполнителя',
    open: 'Все открытые',
    waiting: 'Ожидают',
    closed: 'Закрытые',
  },
  number_new: '#новая',
  person: 'пользователь {{id}}',
  customer: 'Клиент',
  customer_unknown: 'Неизвестный клиент',
  priority_is: 'Приоритет: {{priority}}',
  sla: {
    on_time: 'В срок',
    late_by: 'С опозданием на {{time}}',
    overdue: 'Просрочено на {{time}}',
    due_in: 'Осталось {{time}}',
    due_at: '{{state}} · срок {{time}}',
  },
  people: {
    all_departments: 'Все отделы',
    away: '{{department}} · не на месте',
    find: 'Найти человека',
    assign_to: 'Назначить…',
    me: '{{name}} (я)',
    nobody: 'Никто',
  },
};
