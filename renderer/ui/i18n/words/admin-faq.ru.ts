import type { Translated } from '../translated.ts';
import type { adminFaqEn } from './admin-faq.en.ts';

export const adminFaqRu: Translated<typeof adminFaqEn> = {
  description:
    'Что бот говорит клиентам и что агенты вставляют через «??». Использование считается за 90 дней.',
  new: 'Новый ответ',
  list: 'Ответы',
  search: 'Слова из вопроса или ответа',
  category: 'Категория',
  state: 'Состояние',
  active: 'Включён',
  inactive: 'Выключен',
  column: {
    question: 'Вопрос',
    category: 'Категория',
    answers: 'Использован',
    answered_at: 'Последний раз',
    escalated: 'К людям',
    state: 'Состояние',
  },
  never: 'Никогда',
  formula: {
    answers: 'Сколько раз бот ответил этим за последние 90 дней. Открывает разговоры.',
    escalated: 'После скольких из этих ответов разговор передали людям.',
  },
  edit: 'Изменить',
  switch_off: 'Выключить',
  switch_on: 'Включить',
  switched_off: 'Выключен: этого больше никому не говорят',
  switched_on: 'Снова используется',
  try: {
    title: 'Проверить вопрос',
    label: 'Спросите, как спросил бы клиент',
    ask: 'Спросить',
    nothing: 'Бот ничего не находит: он переспросит, а затем передаст людям.',
    sure: 'Бот отвечает этим сам.',
    unsure: 'Уверенности мало: бот предложит передать людям.',
    confidence: 'уверенность {{confidence}}',
  },
  form: {
    create_title: 'Новый ответ',
    edit_title: 'Изменить ответ',
    create: 'Создать',
    question: 'Вопрос',
    answer: 'Ответ',
    category: 'Категория',
    tags: 'Метки',
    tags_hint: 'Другие слова, которыми об этом спрашивают, через запятую.',
    preview: 'Как видит клиент',
    empty_answer: 'Здесь появится ответ.',
  },
  saved: 'Сохранено. Бот и все рабочие места уже знают.',
  empty: {
    title: 'Таких ответов нет',
    text: 'Напишите новый или сделайте его из разговора с ботом.',
  },
};
