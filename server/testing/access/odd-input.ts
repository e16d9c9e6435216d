/** What stands for an id and is none, as part of a path. */
export const badIds = [
  'abc',
  '-1',
  '0',
  '1.5',
  '1e3',
  '999999',
  '99999999999999999999',
  'TKT',
  'TKTZZZZZ',
  '1%00',
  '%EF%BC%91',
  "1'--",
  '1%20or%201=1',
  '%F0%9F%AB%96',
  '%E0%A4',
  '..%2F1',
  'f'.repeat(24),
  '0'.repeat(24),
  'x'.repeat(300),
];

/** Bodies that are no JSON, or no object. */
export const badBodies = ['{', '[]', '"text"', '7', '{"__proto__": {"a": 1}}', '{"a":1', 'a=b', '\uFEFF{}x'];

/** None of them is the type of JSON, and nothing under them is a form. */
export const badTypes = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/xml',
  'nonsense',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
];

/** Never right, whatever the field. */
export const wrongValues = [{ a: 1 }, [{}], [[1]]];

/** Right for some fields and wrong for others. */
export const oddValues = [
  undefined,
  null,
  true,
  -1,
  1.5,
  1e308,
  '',
  ' ',
  'a\0b',
  '\uD800',
  '\u202E💥',
  'x'.repeat(60_001),
  [],
  "Robert'); DROP TABLE ticket;--",
  '%_\\',
  '$1',
  '9'.repeat(400),
  '__proto__',
];

export const oddQueries = [
  'limit=ten',
  'limit=-1',
  'limit=1e9',
  'limit=1&limit=2',
  'offset=-1',
  'skip=x',
  'page=0',
  'cursor=%00',
  "status='--",
  'status=%F0%9F',
  'status[]=1',
  'search=%25_%5C',
  'search=%00',
  'role=',
  'category=%00',
  'from_date=2025-02-30',
  'assigned_to=99999999999999999999',
  'session_id=%00',
  '__proto__=1',
  '%',
  '&=&',
];
