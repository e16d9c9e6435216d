import { describe, expect, it, vi } from 'vitest';
import { en } from '../words/en.ts';
import { contextMenuTemplate, type Clicked } from './context-menu.ts';

const actions = { replaceWord: vi.fn(), addWord: vi.fn(), copyText: vi.fn(), openLink: vi.fn() };
const nothing: Clicked = {
  dictionarySuggestions: [],
  editFlags: { canCut: false, canCopy: true, canPaste: true, canSelectAll: true } as Clicked['editFlags'],
  isEditable: false,
  linkURL: '',
  misspelledWord: '',
  selectionText: '',
};
const labels = (clicked: Partial<Clicked>): string[] =>
  contextMenuTemplate({ ...nothing, ...clicked }, en, actions).map(
    (item) => item.label ?? item.role ?? item.type ?? '',
  );

describe('contextMenuTemplate', () => {
  it('is empty where there is nothing to do', () => {
    expect(labels({})).toEqual([]);
    expect(labels({ selectionText: '  ' })).toEqual([]);
  });

  it('copies what is selected, and edits where text is written', () => {
    expect(labels({ selectionText: 'Refund' })).toEqual(['copy']);
    expect(labels({ isEditable: true })).toEqual(['cut', 'copy', 'paste', 'selectAll']);
  });

  it('helps with a word that is spelled wrong', () => {
    const template = contextMenuTemplate(
      { ...nothing, isEditable: true, misspelledWord: 'recieve', dictionarySuggestions: ['receive'] },
      en,
      actions,
    );
    template[0]?.click?.({} as never, undefined, {});
    expect(actions.replaceWord).toHaveBeenCalledWith('receive');
    template[2]?.click?.({} as never, undefined, {});
    expect(actions.addWord).toHaveBeenCalledWith('recieve');
    expect(labels({ misspelledWord: 'xyzzy' })[0]).toBe('No suggestions');
  });

  it('opens and copies harmless links alone', () => {
    expect(labels({ linkURL: 'https://example.com/' })).toEqual(['Open the link', 'Copy the link']);
    for (const linkURL of ['javascript:alert(1)', 'file:///etc/passwd', 'waypost-app://console/']) {
      expect(labels({ linkURL })).toEqual([]);
    }
  });
});
