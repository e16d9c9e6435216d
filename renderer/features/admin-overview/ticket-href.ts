import {
  conditionsBehind,
  type FigureName,
  type FigureScope,
  type TicketConditions,
} from '#shared/protocol/admin/figures.ts';
import { formatAdminPlace } from '../../store/admin-place.ts';

/** The address of the tickets that a figure counts. */
export function ticketHref(figure: FigureName, scope: FigureScope, more: TicketConditions = {}): string {
  const { zone: _, ...span } = scope;
  return formatAdminPlace('tickets', { figure, ...conditionsBehind(figure, span), ...more });
}
