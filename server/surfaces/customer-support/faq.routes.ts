import { faqAnswer } from './answers.schemas.ts';
import { shownCategory } from './rules.ts';
import { faqQuery } from './schemas.ts';
import type { SupportRoutes } from './support-routes.ts';

/** "Get FAQs (Public)". The filter works on the category that shows, so that "Other" finds all that are none of the five. */
export const faqRoutes: SupportRoutes = (app, { services, ids }) => {
  app.get(
    '/api/support/faq/',
    { schema: { querystring: faqQuery, response: { 200: faqAnswer } } },
    async ({ query: { category } }) => {
      const faqs = (await services.knowledge.list({})).map(({ id, question, answer, category: own }) => ({
        id: ids.encode('faq', id),
        question,
        answer,
        category: shownCategory(own),
      }));
      return { faqs: category === undefined ? faqs : faqs.filter((faq) => faq.category === category) };
    },
  );
};
