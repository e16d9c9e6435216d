import type { ConsoleStore } from './create-console-store.ts';
import { formatRoute, type Route } from './route.ts';

/** Shows what an address stands for. */
export function showRoute(store: ConsoleStore, { view, ticketUid }: Route): void {
  store.getState().showAdmin(null);
  void store.getState().showView(view);
  void store.getState().showTicket(ticketUid);
}

/** Goes somewhere at once; the address follows, and finds nothing left to do when the browser tells of it later. */
export function navigate(store: ConsoleStore, route: Route): void {
  showRoute(store, route);
  window.location.hash = formatRoute(route);
}
