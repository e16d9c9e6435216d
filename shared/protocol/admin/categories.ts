import { z } from 'zod';
import { departments } from '../../model/department.ts';
import { adminCall } from './admin-call.ts';

/** The surfaces that name categories in words of their own; the others say departments. */
export const routedVocabularies = ['support', 'admin', 'incident', 'it'] as const;
export type RoutedVocabulary = (typeof routedVocabularies)[number];

const routeSchema = z.strictObject({
  vocabulary: z.enum(routedVocabularies),
  word: z.string(),
  department: z.enum(departments),
  /** The department without anybody's choice. */
  documented: z.enum(departments),
  updated_by_name: z.string().nullable(),
  updated_at: z.int().nullable(),
});
export type CategoryRoute = z.infer<typeof routeSchema>;

const all = z.strictObject({ routes: z.array(routeSchema) });

/** Which department handles which category. */
export const categoryCalls = {
  list: adminCall({ method: 'GET', path: '/categories', answer: all }),
  /** For tickets that are categorized from now on; null gives the word back to the documents. */
  route: adminCall({
    method: 'PUT',
    path: '/categories',
    body: z.strictObject({
      vocabulary: z.enum(routedVocabularies),
      word: z.string().trim().min(1).max(100),
      department: z.enum(departments).nullable(),
    }),
    answer: all,
  }),
};
