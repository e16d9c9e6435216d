import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconUserOff from '@tabler/icons-react/dist/esm/icons/IconUserOff.mjs';
import type { ProfileRow } from '#shared/model/user.ts';
import { Avatar } from '../avatar.tsx';
import type { Choice } from '../choice-list.tsx';
import { words } from '../i18n/i18n.ts';
import { categoryWord } from './words.ts';

/** More would not be read; the search finds the rest. */
const shownLimit = 12;

function detailOf(person: ProfileRow): string {
  const department =
    person.department === null ? words('tickets:people.all_departments') : categoryWord(person.department);
  return person.is_available === 1 ? department : words('tickets:people.away', { department });
}

interface PeopleChoiceOptions {
  /** Those who fit what was typed, the best first. */
  people: readonly ProfileRow[];
  myId: number;
  currentId: number | null;
  /** Offers nobody as well, while nothing was typed. */
  hasNobody: boolean;
  onChoose: (id: number | null) => void;
}

/** Members of staff as choices. */
export function peopleChoices({
  people,
  myId,
  currentId,
  hasNobody,
  onChoose,
}: PeopleChoiceOptions): Choice[] {
  const persons = people.slice(0, shownLimit).map((person) => ({
    id: person.uid,
    text: person.id === myId ? words('tickets:people.me', { name: person.full_name }) : person.full_name,
    detail: detailOf(person),
    icon: <Avatar name={person.full_name} size={22} />,
    ...(person.id === currentId
      ? { aside: <IconCheck aria-hidden size={14} stroke={2} />, isChosen: true }
      : {}),
    choose: () => onChoose(person.id),
  }));
  const nobody: Choice = {
    id: 'nobody',
    text: words('tickets:people.nobody'),
    icon: <IconUserOff aria-hidden size={16} stroke={1.75} />,
    choose: () => onChoose(null),
  };
  return hasNobody ? [...persons, nobody] : persons;
}
