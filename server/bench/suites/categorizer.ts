import { itVocabulary, type Example } from '../../categorizer/category.ts';
import { trainClassifier, type Guess, type Vocabulary } from '../../categorizer/classifier.ts';
import { departmentVocabulary } from '../../categorizer/department-finder.service.ts';
import { departmentExamples } from '../../categorizer/departments/department-examples.ts';
import { shippedExamples } from '../../categorizer/examples/shipped-examples.ts';
import { heldOutDepartments } from '../categorizer/held-out-departments.ts';
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

interface Trial<Category extends string> {
  /** What the texts are, in the plural. */
  texts: string;
  vocabulary: Vocabulary<Category>;
  shipped: readonly Example<Category>[];
  heldOut: readonly Example<Category>[];
  /** Percent that must be right. */
  goal: number;
}

async function figuresOf<Category extends string>(trial: Trial<Category>): Promise<Figure[]> {
  const { texts, vocabulary, shipped, heldOut, goal } = trial;
  const startedAt = performance.now();
  const classify = await trainClassifier(shipped, vocabulary);
  const trainingMs = performance.now() - startedAt;
  const judged = heldOut.map(({ text, category }): Judged => {
    const guess = classify(text);
    return { ...guess, isRight: guess.category === category };
  });
  const byBand = bands.map(([from, below]) =>
    judged.filter(({ confidence }) => confidence >= from && confidence < below),
  );
  const row = `${heldOut.length} held-out ${texts}`;
  return [
    percentFigure(row, 'right', shareRight(judged), goal),
    percentFigure(row, 'mean confidence', meanConfidence(judged)),
    percentFigure(row, 'calibration error', calibrationError(byBand, judged.length)),
    ...byBand.flatMap((group, index) => {
      if (group.length === 0) return [];
      const [from, below] = bands[index] ?? [0, 1];
      const name = `${texts}, ${group.length} guesses of ${from}–${Math.min(below, 1)}`;
      return [
        percentFigure(name, 'mean confidence', meanConfidence(group)),
        percentFigure(name, 'right', shareRight(group)),
      ];
    }),
    { row: `training on ${texts}`, metric: `${shipped.length} examples`, unit: 'ms', rounds: [trainingMs] },
  ];
}

/** How often the classifiers are right about texts that no training saw, and whether they know how often. */
export const categorizerSuite: Suite = {
  name: 'categorizer',
  run: async () => [
    ...(await figuresOf({
      texts: 'tickets',
      vocabulary: itVocabulary,
      shipped: shippedExamples,
      heldOut,
      goal: 85,
    })),
    ...(await figuresOf({
      texts: 'customer messages',
      vocabulary: departmentVocabulary,
      shipped: departmentExamples,
      heldOut: heldOutDepartments,
      goal: 80,
    })),
  ],
};
