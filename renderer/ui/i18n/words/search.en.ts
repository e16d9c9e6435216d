export const searchEn = {
  where: 'Tickets on this computer',
  search: 'Search tickets',
  results: 'Search results',
  scope: 'Search scope',
  not_searched: 'Not searched: {{reason}}',
  nothing: 'Nothing found',
  best_one: '{{count}} ticket',
  best_other: '{{count}} best matches',
  preparing: 'Still preparing: some tickets on this computer are not searched yet.',
  local: 'Searched on this computer; older closed tickets are on the node.',
} as const;
