/** The parts of the admin area, in the order of its navigation. */
export const adminSections = [
  'overview',
  'tickets',
  'queue',
  'people',
  'bot',
  'faq',
  'macros',
  'sla',
  'categories',
  'channels',
  'deliveries',
  'api',
  'health',
  'audit',
  'backups',
  'import',
] as const;

export type AdminSection = (typeof adminSections)[number];

/** Where in the admin area a window is, as its address says: `#/admin/people?status=waiting`. */
export interface AdminPlace {
  section: AdminSection;
  params: Readonly<Record<string, string>>;
}

function isSection(value: string): value is AdminSection {
  return (adminSections as readonly string[]).includes(value);
}

/** The place that an address's hash stands for; null when it leads elsewhere. */
export function parseAdminPlace(hash: string): AdminPlace | null {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [root, section = ''] = path.split('/');
  if (root !== 'admin') return null;
  return {
    section: isSection(section) ? section : 'overview',
    params: Object.fromEntries(new URLSearchParams(query)),
  };
}

/** The address of a place; params without a value are left out. */
export function formatAdminPlace(
  section: AdminSection,
  params: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const pairs = Object.entries(params).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? `#/admin/${section}` : `#/admin/${section}?${query}`;
}
