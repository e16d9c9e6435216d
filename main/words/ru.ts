import type { Words } from './shape.ts';

/** Russian has three forms: 1 заявка, 2 заявки, 5 заявок. */
function count(n: number, one: string, few: string, many: string): string {
  const [last, lastTwo] = [n % 10, n % 100];
  if (last === 1 && lastTwo !== 11) return `${n} ${one}`;
  return `${n} ${last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? few : many}`;
}

export const ru: Words = {
  status: {
    signed_out: 'Вход не выполнен',
    no_node: 'Узел ещё не выбран',
    starting: 'Запуск…',
    connecting: 'Подключение…',
    catching_up: (done, total) => `Загрузка, ${done} из ${total}`,
    live: 'Всё загружено',
    offline: {
      unreachable: 'Нет сети',
      node_too_old: 'Ожидание обновления узла',
      disk_full: 'На диске этого компьютера нет места',
      files: 'Файлы на этом компьютере недоступны',
    },
    needs_sign_in: 'Войдите снова, чтобы обмениваться данными',
    too_old: 'Обновите Waypost, чтобы обмениваться данными',
    refused: 'Узел отказывает этой консоли',
    waiting: (n) => count(n, 'изменение ждёт', 'изменения ждут', 'изменений ждут'),
    needs_you: (n) => `${count(n, 'требует', 'требуют', 'требуют')} решения`,
  },
  tray: {
    unread: (n) => `непрочитанных: ${n}`,
    open: 'Открыть Waypost',
    open_unread: (n) => `Открыть Waypost (непрочитанных: ${n})`,
    available: 'Готов к новым заявкам',
    recent: 'Последние заявки',
    settings: 'Настройки…',
    quit: 'Выйти из Waypost',
  },
  alert: {
    assigned: 'Назначено вам',
    customer_message: 'Новое сообщение',
    followed_message: 'Новое сообщение',
    mentioned: 'Вас упомянули',
    hidden: 'Откройте Waypost, чтобы прочесть.',
    reply: 'Ответить…',
    read: 'Прочитано',
    while_quiet: (n) => `За тихие часы: ${count(n, 'заявка', 'заявки', 'заявок')}`,
    while_quiet_body: 'Тихие часы закончились.',
    reply_failed: 'Ответ не отправлен',
    reply_failed_body: 'Он остался черновиком в заявке.',
    test: 'Это проверка',
    test_body: 'Уведомления Waypost до вас доходят.',
  },
  menu: {
    file: 'Файл',
    edit: 'Правка',
    view: 'Вид',
    go: 'Переход',
    ticket: 'Заявка',
    help: 'Справка',
    pop_out: 'Открыть в отдельном окне',
    save_pdf: 'Сохранить как PDF…',
    print: 'Печать…',
    settings: 'Настройки…',
    find: 'Найти на странице',
    actual_size: 'Обычный размер',
    zoom_in: 'Крупнее',
    zoom_out: 'Мельче',
    full_screen: 'На весь экран',
    log_folder: 'Открыть папку журнала',
    about: 'О программе Waypost',
  },
  context: {
    add_word: 'Добавить в словарь',
    no_guess: 'Вариантов нет',
    copy_link: 'Скопировать ссылку',
    open_link: 'Открыть ссылку',
  },
  keychain: {
    title: 'В следующий раз придётся войти снова',
    body: 'На этом компьютере нет хранилища ключей, поэтому Waypost помнит вход, только пока работает.',
  },
  first_password: {
    message: 'Ваш стол готов',
    detail: (username, password) =>
      `Войдите как ${username} с этим паролем:\n\n${password}\n\nОн показан один раз. Сохраните его в надёжном месте.`,
    copy: 'Скопировать пароль',
    close: 'Закрыть',
  },
  unsent: {
    title: (n) => `Не отправлено: ${count(n, 'изменение', 'изменения', 'изменений')}`,
    body: 'Всё сохранено на этом компьютере и уйдёт, когда Waypost запустится снова.',
  },
};
