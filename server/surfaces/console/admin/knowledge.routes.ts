import { knowledgeCalls, type UsedFaq } from '#shared/protocol/admin/knowledge.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { FaqOutcome, UsedFaq as StoredFaq } from '../../../knowledge/knowledge-admin.service.ts';
import { addCall, type AdminRoutes } from './admin-routes.ts';

const presentFaq = ({ tags, is_active, ...faq }: StoredFaq): UsedFaq => ({
  ...faq,
  tags: JSON.parse(tags) as string[],
  is_active: is_active === 1,
});

/** @throws DeskError why it was refused */
function faqOf(outcome: FaqOutcome): { faq: UsedFaq } {
  switch (outcome.kind) {
    case 'done':
      return { faq: presentFaq(outcome.faq) };
    case 'not_found':
      throw new DeskError('not_found', 'There is no such answer');
    case 'forbidden':
      throw new DeskError('forbidden', 'Only staff write what customers are told');
    case 'overtaken':
      throw new DeskError('conflict', 'The answer was changed by somebody else meanwhile');
  }
}

/** What customers are told, with how much it is used. */
export const knowledgeRoutes: AdminRoutes = (app, context) => {
  const { knowledgeAdmin } = context.services;

  addCall(app, context, knowledgeCalls.list, async () => ({
    faqs: (await knowledgeAdmin.list()).map(presentFaq),
  }));

  addCall(app, context, knowledgeCalls.create, async ({ actor, body }) =>
    faqOf(await knowledgeAdmin.create(actor, body)),
  );

  addCall(app, context, knowledgeCalls.update, async ({ params: { id }, body: { is_active, ...changes } }) =>
    faqOf(await knowledgeAdmin.update(id, { ...changes, isActive: is_active })),
  );

  addCall(app, context, knowledgeCalls.tryOut, async ({ body: { question } }) => {
    const { hits, threshold } = await knowledgeAdmin.tryOut(question);
    return {
      hits: hits.map(({ faq, confidence }) => ({
        id: faq.id,
        question: faq.question,
        answer: faq.answer,
        confidence,
      })),
      threshold,
    };
  });
};
