import { beforeAll, expect, test } from 'vitest';
import { heldOut } from '../bench/categorizer/held-out.ts';
import { trainClassifier, type Classifier } from './classifier.ts';
import { itVocabulary, type ItCategory } from './category.ts';
import { shippedExamples } from './examples/shipped-examples.ts';

let classify: Classifier<ItCategory>;

beforeAll(async () => {
  classify = await trainClassifier(shippedExamples, itVocabulary);
});

test('most of what no training saw is recognised, and what it is sure of nearly always', () => {
  const judged = heldOut.map(({ text, category }) => {
    const guess = classify(text);
    return { ...guess, isRight: guess.category === category };
  });
  const share = (some: typeof judged): number => some.filter(({ isRight }) => isRight).length / some.length;
  expect(share(judged)).toBeGreaterThan(0.85);
  const sure = judged.filter(({ confidence }) => confidence >= 0.85);
  expect(sure.length).toBeGreaterThan(heldOut.length / 3);
  expect(share(sure)).toBeGreaterThan(0.9);
});

test('nothing held out is among the examples', () => {
  const shipped = new Set(shippedExamples.map(({ text }) => text.toLowerCase()));
  expect(heldOut.filter(({ text }) => shipped.has(text.toLowerCase()))).toEqual([]);
});

test('training twice gives the same answer, and a text without words none worth believing', async () => {
  const again = await trainClassifier(shippedExamples, itVocabulary);
  expect(again('the printer is jammed')).toEqual(classify('the printer is jammed'));
  expect(classify('…!')).toEqual({ category: 'other', confidence: 1 / 7 });
});
