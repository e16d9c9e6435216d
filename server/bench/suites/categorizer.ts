import type { Guess } from '../../categorizer/classifier.ts';
import { trainClassifier } from '../../categorizer/classifier.ts';
import { itVocabulary } from '../../categorizer/category.ts';
import { shippedExamples } from '../../categorizer/examples/shipped-examples.ts';
import { heldOut } from '../categorizer/held-out.ts';
import type { Suite } from '../harness/bench.ts';
import type { Figure, Unit } from '../harness/figure.ts';

interface Judged extends Guess<string> {
  isRight: boolean;
}

/** Guesses with such a confidence are looked at together. */
const bands = [
  [0, 0.5],
  [0.5, 0.7],
  [0.7, 0.9],
  [0.9, 1.01],
] as const;

const shareRight = (judged: readonly Judged[]): number =>
  judged.filter(({ isRight }) => isRight).length / judged.length;

const meanConfidence = (judged: readonly Judged[]): number =>
  judged.reduce((sum, { confidence }) => sum + confidence, 0) / judged.length;

function percentFigure(row: string, metric: string, share: number, goal?: number): Figure {
  const figure = { row, metric, unit: '%' as Unit, rounds: [share * 100] };
  return goal === undefined ? figure : { ...figure, goal };
}

/** How far confidence and truth lie apart, over all bands, weighted by how many guesses each holds. */
function calibrationError(byBand: readonly (readonly Judged[])[], total: number): number {
  return byBand.reduce(
    (sum, judged) =>
      judged.length === 0
        ? sum
        : sum + (judged.length / total) * Math.abs(shareRight(judged) - meanConfidence(judged)),
    0,
  );
}

/** How often the classifier is right about tickets that no training saw, and whether it knows how often. */
export const categorizerSuite: Suite = {
  name: 'categorizer',
  run: async () => {
    const startedAt = performance.now();
    const classify = await trainClassifier(shippedExamples, itVocabulary);
    const trainingMs = performance.now() - startedAt;
    const judged = heldOut.map(({ text, category }): Judged => {
      const guess = classify(text);
      return { ...guess, isRight: guess.category === category };
    });
    const byBand = bands.map(([from, below]) =>
      judged.filter(({ confidence }) => confidence >= from && confidence < below),
    );
    const row = `${heldOut.length} held-out tickets`;
    return [
      percentFigure(row, 'right', shareRight(judged), 85),
      percentFigure(row, 'mean confidence', meanConfidence(judged)),
      percentFigure(row, 'calibration error', calibrationError(byBand, judged.length)),
      ...byBand.flatMap((group, index) => {
        if (group.length === 0) return [];
        const [from, below] = bands[index] ?? [0, 1];
        const name = `${group.length} guesses of ${from}–${Math.min(below, 1)}`;
        return [
          percentFigure(name, 'mean confidence', meanConfidence(group)),
          percentFigure(name, 'right', shareRight(group)),
        ];
      }),
      { row: 'training', metric: `${shippedExamples.length} examples`, unit: 'ms', rounds: [trainingMs] },
    ];
  },
};
