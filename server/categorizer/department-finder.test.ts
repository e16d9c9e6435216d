import { expect, test } from 'vitest';
import { heldOutDepartments } from '../bench/categorizer/held-out-departments.ts';
import { createTestDesk } from '../testing/test-desk.ts';
import { applyChange } from '../testing/test-tickets.ts';
import { trainClassifier } from './classifier.ts';
import { departmentVocabulary } from './department-finder.service.ts';
import { departmentExamples } from './departments/department-examples.ts';

test('most of what no training saw goes to the right department, and what it is sure of nearly always', async () => {
  const classify = await trainClassifier(departmentExamples, departmentVocabulary);
  const judged = heldOutDepartments.map(({ text, category }) => {
    const guess = classify(text);
    return { ...guess, isRight: guess.category === category };
  });
  const share = (some: typeof judged): number => some.filter(({ isRight }) => isRight).length / some.length;
  expect(share(judged)).toBeGreaterThan(0.8);
  const sure = judged.filter(({ confidence }) => confidence >= 0.85);
  expect(sure.length).toBeGreaterThan(heldOutDepartments.length / 3);
  expect(share(sure)).toBeGreaterThan(0.9);
});

test('nothing held out is among the examples', () => {
  const shipped = new Set(departmentExamples.map(({ text }) => text.toLowerCase()));
  expect(heldOutDepartments.filter(({ text }) => shipped.has(text.toLowerCase()))).toEqual([]);
});

test('where staff move tickets counts from the next training on, and what nobody can tell is general', async () => {
  await using desk = await createTestDesk();
  const { departmentFinder, mintUid } = desk.services;
  const text = 'My zither is out of tune and sounds flat';
  expect(await departmentFinder.find('…')).toBe('general');
  for (const subject of ['Zither out of tune', 'The zither sounds flat', 'Tune my zither']) {
    const { uid } = await desk.createTicket({ subject, description: text, category: 'general' });
    const args = { ticket_uid: uid, activity_uid: mintUid(), category: 'loan' as const };
    await applyChange(desk.services, desk.users.admin, { name: 'ticket-category', args });
  }
  expect(await departmentFinder.find(text)).not.toBe('loan');
  await departmentFinder.learn();
  expect(await departmentFinder.find(text)).toBe('loan');
});
