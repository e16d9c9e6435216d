import type { DeskErrorData, ErrorKind } from '#shared/protocol/errors.ts';

/** What is said of a failure that the surface has no code of its own for. */
const generalByKind: Readonly<Record<ErrorKind, readonly [code: string, userMessage: string]>> = {
  invalid: ['INVALID_REQUEST', 'Некорректный запрос'],
  signed_out: ['UNAUTHORIZED', 'Необходима авторизация'],
  forbidden: ['FORBIDDEN', 'Доступ запрещён'],
  not_found: ['NOT_FOUND', 'Не найдено'],
  conflict: ['CONFLICT', 'Данные уже изменены'],
  too_large: ['INVALID_REQUEST', 'Запрос слишком большой'],
  unsupported: ['INVALID_REQUEST', 'Запрос не поддерживается'],
  rate_limited: ['RATE_LIMITED', 'Слишком много запросов'],
  internal: ['INTERNAL_ERROR', 'Внутренняя ошибка'],
  unavailable: ['UNAVAILABLE', 'Сервис временно недоступен'],
};

/** admin-tickets document: messages for users in Russian, and details for developers ("Error Handling"). */
export function adminTicketsEnvelope({ kind, message, data }: DeskErrorData): object {
  const code = data?.['code'];
  if (typeof code === 'string') return { success: false, error: { code, userMessage: message } };
  const [generalCode, userMessage] = generalByKind[kind];
  const error = { code: generalCode, userMessage };
  // Who is signed out needs no details, and the document shows none.
  return { success: false, error: kind === 'signed_out' ? error : { ...error, devMessage: message } };
}
