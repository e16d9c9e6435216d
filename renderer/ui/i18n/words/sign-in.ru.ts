import type { Translated } from '../translated.ts';
import type { signInEn } from './sign-in.en.ts';

export const signInRu: Translated<typeof signInEn> = {
  title: 'Вход в Waypost',
  motto: 'Служба поддержки, которая работает и без сети.',
  username: 'Имя пользователя или эл. почта',
  password: 'Пароль',
  show_password: 'Показать пароль',
  submit: 'Войти',
  incomplete: 'Введите имя пользователя и пароль.',
  wrong: 'Неверное имя пользователя или пароль.',
  not_approved: 'Этой учётной записи консоль пока недоступна: её должен одобрить администратор.',
  too_many: 'Слишком много попыток. Немного подождите.',
  too_many_seconds: 'Слишком много попыток. Повторите через {{seconds}} с.',
  unreachable: 'Узел недоступен. Проверьте сеть и адрес узла.',
  node_at: 'Узел: {{where}}',
  this_computer: 'этот компьютер',
};
