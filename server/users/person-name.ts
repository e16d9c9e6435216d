/** The three columns of a person's name, kept in step (mapping, section 7). */
export interface PersonName {
  full_name: string;
  first_name: string;
  last_name: string;
}

/** The first word is the first name; the rest, its inner spaces kept, the last name. */
export function nameFromFull(fullName: string): PersonName {
  const full_name = fullName.trim();
  const [, first_name = full_name, last_name = ''] = /^(\S+)\s+(.*)$/su.exec(full_name) ?? [];
  return { full_name, first_name, last_name };
}

export function nameFromParts(firstName: string, lastName: string): PersonName {
  const full_name = `${firstName} ${lastName}`.trim();
  return { full_name, first_name: firstName, last_name: lastName };
}
