import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Features } from './features.ts';

/** One text to learn from: its features, and the number of its class. */
export interface Lesson {
  features: Features;
  label: number;
}

const epochs = 20;
const learningRate = 0.5;
const decay = 0.0005;

/**
 * Multinomial logistic regression over sparse features, trained by stochastic gradient descent with AdaGrad steps.
 * Our own: of the packages that do this one drags database drivers along, one wants dense matrices, and one a language
 * model, for what are sixty lines here.
 */
export class SoftmaxModel {
  readonly #classes: number;
  readonly #weights = new Map<string, { weight: Float64Array; squares: Float64Array }>();
  readonly #bias: Float64Array;

  constructor(classes: number) {
    this.#classes = classes;
    this.#bias = new Float64Array(classes);
  }

  /** Learns in small steps, so that requests are answered meanwhile. The same lessons always give the same model. */
  static async train(lessons: readonly Lesson[], classes: number): Promise<SoftmaxModel> {
    const model = new SoftmaxModel(classes);
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      for (const lesson of inTurn(lessons, epoch)) model.#learn(lesson);
      await nextTurn();
    }
    return model;
  }

  /** One number per class; the larger, the likelier. */
  score(features: Features): Float64Array {
    const scores = Float64Array.from(this.#bias);
    for (const [feature, value] of features) {
      const known = this.#weights.get(feature);
      if (known === undefined) continue;
      const { weight } = known;
      // @NOTE: counted loops here and below; iterators would take most of the training's time.
      for (let index = 0; index < scores.length; index += 1)
        scores[index] = (scores[index] ?? 0) + (weight[index] ?? 0) * value;
    }
    return scores;
  }

  #learn({ features, label }: Lesson): void {
    const errors = probabilitiesOf(this.score(features), 1).map((chance, index) =>
      index === label ? chance - 1 : chance,
    );
    for (const [feature, value] of features) {
      const { weight, squares } = this.#entry(feature);
      for (let index = 0; index < errors.length; index += 1) {
        const before = weight[index] ?? 0;
        const gradient = (errors[index] ?? 0) * value + decay * before;
        const square = (squares[index] ?? 0) + gradient * gradient;
        squares[index] = square;
        weight[index] = before - (learningRate * gradient) / (Math.sqrt(square) + 1e-6);
      }
    }
    for (const [index, error] of errors.entries())
      this.#bias[index] = (this.#bias[index] ?? 0) - 0.02 * error;
  }

  #entry(feature: string): { weight: Float64Array; squares: Float64Array } {
    const known = this.#weights.get(feature);
    if (known !== undefined) return known;
    const fresh = { weight: new Float64Array(this.#classes), squares: new Float64Array(this.#classes) };
    this.#weights.set(feature, fresh);
    return fresh;
  }
}

/** How likely each class is. A temperature above 1 makes the model less sure of itself, one below 1 surer. */
export function probabilitiesOf(scores: Float64Array, temperature: number): number[] {
  const highest = Math.max(...scores);
  const powers = Array.from(scores, (score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The lessons in an order that differs from epoch to epoch but not from run to run. */
function inTurn(lessons: readonly Lesson[], epoch: number): Lesson[] {
  const order = [...lessons];
  let state = 2_463_534_242 + epoch;
  for (let last = order.length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (last + 1);
    const [a, b] = [order[last], order[other]];
    if (a !== undefined && b !== undefined) [order[last], order[other]] = [b, a];
  }
  return order;
}
