import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import {
  chatAnalyticsAnswer,
  chatAnswer,
  chatBody,
  chatLogsAnswer,
  chatLogsQuery,
  createFaqBody,
  faqAnswer,
  faqsAnswer,
  faqsQuery,
} from './chatbot.schemas.ts';
import type { ItRoutes } from './it-routes.ts';
import { presentAnalytics, presentAnswer, presentFaq, presentTurn } from './present-chat.ts';
import { itOrigin, itRules } from './rules.ts';
import { texts } from './texts.ts';

/** "Chatbot". */
export const chatbotRoutes: ItRoutes = (app, context) => {
  addChat(app, context);
  addFaqs(app, context);
  addHistory(app, context);
};

const addChat: ItRoutes = (app, { services: { bot }, hooks: { approved: onRequest } }) => {
  app.post(
    '/chat',
    { onRequest, schema: { body: chatBody, response: { 200: chatAnswer } } },
    async (request) => {
      const { message: text, session_id: sessionId } = request.body;
      const { actor } = accessOf(request);
      const saying = { text, sessionId, channel: 'web' };
      return presentAnswer(await bot.answer(saying, { actor, rules: itRules, origin: itOrigin }));
    },
  );
};

const addFaqs: ItRoutes = (app, { services: { knowledge }, hooks: { approved, staffOnly } }) => {
  app.get(
    '/faqs',
    { onRequest: approved, schema: { querystring: faqsQuery, response: { 200: faqsAnswer } } },
    async ({ query: { category, search } }) => {
      // Forms send their empty fields along.
      const faqs = await knowledge.list({
        category: category === '' ? undefined : category,
        search: search === '' ? undefined : search,
      });
      return faqs.map(presentFaq);
    },
  );

  app.post(
    '/faqs',
    { onRequest: staffOnly, schema: { body: createFaqBody, response: { 200: faqAnswer } } },
    async (request) => {
      const { question, answer, category, tags = [] } = request.body;
      const faq = await knowledge.create(accessOf(request).actor, { question, answer, category, tags });
      if (faq === null) throw new DeskError('forbidden', texts.forbidden);
      return presentFaq(faq);
    },
  );
};

const addHistory: ItRoutes = (app, { services: { chatHistory }, hooks: { staffOnly: onRequest } }) => {
  app.get('/analytics', { onRequest, schema: { response: { 200: chatAnalyticsAnswer } } }, async () =>
    presentAnalytics(await chatHistory.analytics()),
  );

  app.get(
    '/logs',
    { onRequest, schema: { querystring: chatLogsQuery, response: { 200: chatLogsAnswer } } },
    async ({ query: { session_id: sessionId, escalated_only: isEscalated, limit } }) =>
      (await chatHistory.turns({ sessionId, isEscalated, limit })).map(presentTurn),
  );
};
