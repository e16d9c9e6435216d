import type { Translated } from '../translated.ts';
import type { adminRecordsEn } from './admin-records.en.ts';

export const adminRecordsRu: Translated<typeof adminRecordsEn> = {
  audit: {
    description: 'Что, когда и как меняли администраторы. Изменить или удалить записи нельзя.',
    label: 'Журнал действий',
    column: {
      when: 'Когда',
      who: 'Кто',
      action: 'Действие',
      target: 'Что',
      details: 'Подробности',
    },
    filter_action: 'Действие',
    filter_admin: 'Администратор',
    the_node: 'Узел',
    empty: {
      title: 'Пока ничего не происходило',
      text: 'Здесь появляются изменения пользователей, заявок и настроек.',
    },
    action: {
      ticket_updated: 'Изменена заявка',
      ticket_message_sent: 'Отправлено сообщение клиенту',
      ticket_assigned: 'Назначена заявка',
      user_created: 'Создан пользователь',
      user_updated: 'Изменён пользователь',
      user_activated: 'Включён пользователь',
      user_deactivated: 'Отключён пользователь',
      user_deleted: 'Удалён пользователь',
      agent_approved: 'Одобрен агент',
      agent_availability_changed: 'Изменена доступность агента',
      tickets_handed_over: 'Переданы заявки',
      sla_policy_created: 'Создано правило сроков',
      sla_policy_updated: 'Изменено правило сроков',
      sla_policy_deleted: 'Удалено правило сроков',
      delivery_replayed: 'Отправки поставлены в очередь снова',
    },
  },
  backups: {
    description:
      'Копии всего узла. Имя копия получает только после того, как её прочитали целиком и сверили.',
    label: 'Резервные копии',
    make: 'Сделать копию',
    making: 'Копия делается и сверяется…',
    made: 'Копия сделана и сверена: {{name}}',
    nightly: 'Делается каждую ночь; хранятся новейшие за {{days}} дн. и за {{weeks}} нед.',
    not_nightly: 'Ночные копии на этом узле выключены.',
    same_disk: 'Держите копии на другом диске: на том же они погибнут вместе с ним.',
    column: {
      name: 'Файл',
      made: 'Сделана',
      verified: 'Сверена',
      size: 'Размер',
      tickets: 'Заявки',
      messages: 'Сообщения',
      users: 'Пользователи',
      attachments: 'Вложения',
    },
    empty: {
      title: 'Копий ещё нет',
      text: 'Сделайте первую, это займёт несколько секунд.',
    },
  },
};
