import type { ContractCases, Requester } from '../contract-case.ts';

const as = 'admin';

const ticket: Requester = async (desk) => ({ as, params: { id: (await desk.ticketAt('opened')).id } });
const noId: Requester = () => ({ params: { id: 'abc' } });

/** admin-tickets document. Those who have no session get 401. */
export const adminTicketsCases: ContractCases = {
  'tickets.list': {
    ask: async (desk) => {
      await desk.ticketAt('opened');
      return { as, query: 'page=1&limit=20&status=open' };
    },
  },
  'tickets.get': { ask: ticket, errors: [noId], nullable: ['telegram_message_id'] },
  'tickets.update': { ask: ticket, errors: [noId, () => ({ body: {} })] },
  'messages.list': { ask: ticket, errors: [noId], nullable: ['telegram_message_id'] },
  'messages.create': { ask: ticket, errors: [noId, () => ({ body: { message: '  ' } })] },
  'tickets.assign': { ask: ticket, errors: [noId, () => ({ body: { operatorUsername: ' ' } })] },
  'tickets.stats': { ask: () => ({ as }) },
};
