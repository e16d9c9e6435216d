import { appButton, type LetterButton } from '../channels/channel.ts';
import type { TelegramSettings } from '../channels/channel-settings.ts';
import { splitText } from '../channels/split-text.ts';
import { maxTelegramText } from '../channels/telegram.ts';

type Language = TelegramSettings['language'];

/** The words around an operator's message (admin-tickets document, "Telegram Notification Format"). */
const frames: Readonly<Record<Language, { head: (number: string) => string; foot: string; button: string }>> =
  {
    ru: {
      head: (number) => `📨 Новое сообщение по тикету ${number}`,
      foot: 'Вы можете ответить, отправив сообщение в этот чат.',
      button: '📸 Открыть PinGlass',
    },
    en: {
      head: (number) => `📨 New message on ticket ${number}`,
      foot: 'You can answer by sending a message to this chat.',
      button: '📸 Open PinGlass',
    },
  };

export interface ReplyPart {
  text: string;
  buttons: readonly LetterButton[];
}

/** An operator's message as Telegram shows it; a long one in parts, the button under the last. */
export function tellByTelegram(ticketNumber: string, text: string, language: Language): ReplyPart[] {
  const { head, foot, button } = frames[language];
  const parts = splitText(`${head(ticketNumber)}\n\n${text}\n\n${foot}`, maxTelegramText);
  return parts.map((part, index) => ({
    text: part,
    buttons: index === parts.length - 1 ? [{ label: button, value: appButton }] : [],
  }));
}
