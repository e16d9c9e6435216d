import type { Example } from './category.ts';
import { featuresOf } from './features.ts';
import { probabilitiesOf, SoftmaxModel, type Lesson } from './softmax-model.ts';

export interface Guess<Category extends string> {
  category: Category;
  /** How often such a guess is right: of those with 0.9, about nine in ten. */
  confidence: number;
}

export type Classifier<Category extends string> = (text: string) => Guess<Category>;

export interface Vocabulary<Category extends string> {
  categories: readonly Category[];
  /** What a text is in that says nothing. */
  otherwise: Category;
}

const foldCount = 5;
const temperatures = Array.from({ length: 60 }, (_unused, index) => 0.1 * 1.06 ** index);

/** Trains on all the examples, and measures on folds that a model has not seen how sure of itself it may be. */
export async function trainClassifier<Category extends string>(
  examples: readonly Example<Category>[],
  { categories, otherwise }: Vocabulary<Category>,
): Promise<Classifier<Category>> {
  const lessons = examples.map(({ text, category }): Lesson => ({
    features: featuresOf(text),
    label: categories.indexOf(category),
  }));
  const temperature = chooseTemperature(await scoreUnseen(lessons, categories.length));
  const model = await SoftmaxModel.train(lessons, categories.length);
  return (text) => {
    const features = featuresOf(text);
    // A text without a word says nothing.
    if (features.size === 0) return { category: otherwise, confidence: 1 / categories.length };
    const probabilities = probabilitiesOf(model.score(features), temperature);
    const confidence = Math.max(...probabilities);
    return { category: categories[probabilities.indexOf(confidence)] ?? otherwise, confidence };
  };
}

interface Unseen {
  scores: Float64Array;
  label: number;
}

/** What a model says about each example that it was not trained on. */
async function scoreUnseen(lessons: readonly Lesson[], classes: number): Promise<Unseen[]> {
  const unseen: Unseen[] = [];
  for (let fold = 0; fold < foldCount; fold += 1) {
    const isHeldOut = (_lesson: Lesson, index: number): boolean => index % foldCount === fold;
    const model = await SoftmaxModel.train(
      lessons.filter((lesson, index) => !isHeldOut(lesson, index)),
      classes,
    );
    for (const { features, label } of lessons.filter(isHeldOut)) {
      unseen.push({ scores: model.score(features), label });
    }
  }
  return unseen;
}

/** The temperature under which what was true was least surprising. */
function chooseTemperature(unseen: readonly Unseen[]): number {
  const surpriseOf = (temperature: number): number =>
    unseen.reduce(
      (sum, { scores, label }) => sum - Math.log((probabilitiesOf(scores, temperature)[label] ?? 0) + 1e-9),
      0,
    );
  const [best = 1] = temperatures
    .map((temperature) => ({ temperature, surprise: surpriseOf(temperature) }))
    .toSorted((a, b) => a.surprise - b.surprise)
    .map(({ temperature }) => temperature);
  return best;
}
