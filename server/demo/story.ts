import type { Priority } from '#shared/model/priority.ts';
import type { Source } from '#shared/model/ticket.ts';
import type { Vocabulary } from '../tickets/category-columns.ts';

/** Who says it; a note is for colleagues alone. */
export type Turn = readonly [who: 'agent' | 'customer' | 'note', text: string];

/**
 * What a made-up ticket is about and how its conversation goes. Of several subjects and openings each ticket takes one.
 * In the texts, {order}, {amount}, {code}, {day}, {customer} and {agent} are filled in.
 */
export interface Story {
  /** As the domain's own surface spells it. */
  category: string;
  priority: Priority;
  subjects: readonly [string, ...string[]];
  openings: readonly [string, ...string[]];
  turns: readonly Turn[];
  tags: readonly string[];
}

/** The stories of one of the documented desks. */
export interface StoryBook {
  /** The surface that its tickets came through. */
  origin: string;
  vocabulary: Vocabulary;
  sources: readonly [Source, ...Source[]];
  projects: readonly string[];
  stories: readonly Story[];
}
