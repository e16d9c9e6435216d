import { DeskError } from '#shared/protocol/errors.ts';

/** "Common Error Codes", and codes of our own where the document has none (contract, B6). */
export const textByCode = {
  UNAUTHORIZED: 'Необходима авторизация',
  NOT_FOUND: 'Тикет не найден',
  INVALID_ID: 'Неверный ID тикета',
  INVALID_STATUS: 'Неверный статус',
  INVALID_PRIORITY: 'Неверный приоритет',
  INVALID_CATEGORY: 'Неверная категория',
  INVALID_MESSAGE: 'Сообщение не может быть пустым',
  MESSAGE_TOO_LONG: 'Сообщение слишком длинное',
  INVALID_MESSAGE_TYPE: 'Неверный тип сообщения',
  INVALID_OPERATOR: 'Имя оператора не может быть пустым',
  OPERATOR_TOO_LONG: 'Имя оператора слишком длинное',
  NO_CHANGES: 'Нет изменений для сохранения',
  FETCH_ERROR: 'Ошибка загрузки тикетов',
  UPDATE_ERROR: 'Ошибка обновления тикета',
  CREATE_ERROR: 'Ошибка отправки сообщения',
  ASSIGN_ERROR: 'Ошибка назначения тикета',
} as const;

export type ErrorCode = keyof typeof textByCode;

export const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(textByCode, text);

const kindByCode: Partial<Record<ErrorCode, DeskError['kind']>> = {
  UNAUTHORIZED: 'signed_out',
  NOT_FOUND: 'not_found',
  FETCH_ERROR: 'internal',
  UPDATE_ERROR: 'internal',
  CREATE_ERROR: 'internal',
  ASSIGN_ERROR: 'internal',
};

/** A failure by its code; codes without a kind of their own are the caller's mistakes. */
export function failure(code: ErrorCode, cause?: unknown): DeskError {
  return new DeskError(kindByCode[code] ?? 'invalid', textByCode[code], { data: { code }, cause });
}

/** The desk itself, as the author of what it writes into a conversation. */
export const systemName = 'Система';

/** "Assign Ticket", Behavior. */
export const assignmentText = (operator: string): string => `Тикет назначен оператору ${operator}`;
