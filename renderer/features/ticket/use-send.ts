import { useCallback } from 'react';
import { canonicalTransitions } from '#shared/model/status.ts';
import type { ConsoleState } from '../../store/console-state.ts';
import { neighbourUid } from '../../store/list-pages.ts';
import { navigate } from '../../store/navigate.ts';
import { actionAfter, type SendWay } from '../../store/send-way.ts';
import { useConsoleStore } from '../../store/store-context.tsx';

/** The change that follows, where the ticket can take it. */
function followUp(state: ConsoleState, way: SendWay): ReturnType<typeof actionAfter> {
  const action = actionAfter(way);
  const status = state.detail?.ticket.status;
  if (action?.kind !== 'status' || status === undefined) return action;
  return canonicalTransitions[status].includes(action.to) ? action : null;
}

/** Sends what is written, then does to the ticket what its author chose; nothing more when it could not be sent. */
export function useSend(): (way: SendWay) => Promise<void> {
  const store = useConsoleStore();
  return useCallback(
    async (way) => {
      const { list, openUid, view, send, effects } = store.getState();
      const nextUid = neighbourUid(list.items, openUid, 1);
      if (!(await send()) || store.getState().openUid !== openUid) return;
      const action = followUp(store.getState(), way);
      // What the button says goes before what the macro said.
      const left = effects.filter((effect) => action === null || effect.action.kind !== action.kind);
      store.setState({ effects: [] });
      void store.getState().act(...left.map((effect) => effect.action), ...(action === null ? [] : [action]));
      if (way === 'send_next') navigate(store, { view, ticketUid: nextUid === openUid ? null : nextUid });
    },
    [store],
  );
}
