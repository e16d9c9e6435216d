import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { parseExternalLink } from '../security/external-links.ts';
import type { Words } from '../words/shape.ts';

/** What was clicked, as far as the menu depends on it. */
export type Clicked = Pick<
  ContextMenuParams,
  'dictionarySuggestions' | 'editFlags' | 'isEditable' | 'linkURL' | 'misspelledWord' | 'selectionText'
>;

export interface ContextActions {
  readonly replaceWord: (word: string) => void;
  readonly addWord: (word: string) => void;
  readonly copyText: (text: string) => void;
  readonly openLink: (url: string) => void;
}

type Item = MenuItemConstructorOptions;

/** The menu behind a right click: spelling, the clipboard, links; empty where none of it makes sense. */
export function contextMenuTemplate(
  clicked: Clicked,
  { context: words }: Words,
  actions: ContextActions,
): Item[] {
  const groups = [
    spellingItems(clicked, words, actions),
    linkItems(clicked, words, actions),
    clipboardItems(clicked),
  ].filter((group) => group.length > 0);
  return groups.flatMap((group, index): Item[] => (index === 0 ? group : [{ type: 'separator' }, ...group]));
}

function spellingItems(
  { misspelledWord, dictionarySuggestions }: Clicked,
  words: Words['context'],
  actions: ContextActions,
): Item[] {
  if (misspelledWord === '') return [];
  const guesses = dictionarySuggestions.map((word): Item => ({
    label: word,
    click: () => actions.replaceWord(word),
  }));
  return [
    ...(guesses.length > 0 ? guesses : [{ label: words.no_guess, enabled: false }]),
    { type: 'separator' },
    { label: words.add_word, click: () => actions.addWord(misspelledWord) },
  ];
}

function linkItems({ linkURL }: Clicked, words: Words['context'], actions: ContextActions): Item[] {
  const url = parseExternalLink(linkURL);
  if (url === null) return [];
  return [
    { label: words.open_link, click: () => actions.openLink(url) },
    { label: words.copy_link, click: () => actions.copyText(url) },
  ];
}

function clipboardItems({ isEditable, editFlags, selectionText }: Clicked): Item[] {
  if (isEditable) {
    return [
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy' }];
}
