import { formatAdminPlace, type AdminSection } from './admin-place.ts';
import { useConsole } from './store-context.tsx';

export type AdminParams = Readonly<Record<string, string>>;

const nothing: AdminParams = {};

/** What an admin view is asked for, by its address: so that it can be sent to a colleague; and the way to ask otherwise. */
export function useAdminParams(section: AdminSection) {
  const params = useConsole((state) => state.adminPlace?.params ?? nothing);
  return {
    params,
    change: (changes: AdminParams) => {
      window.location.hash = formatAdminPlace(section, { ...params, ...changes });
    },
  };
}
