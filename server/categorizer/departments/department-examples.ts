import type { Department } from '#shared/model/department.ts';
import type { Example } from '../category.ts';
import { account } from './account.ts';
import { general } from './general.ts';
import { loan } from './loan.ts';
import { payment } from './payment.ts';
import { technical } from './technical.ts';

const textsByDepartment: Readonly<Record<Department, readonly string[]>> = {
  payment,
  loan,
  account,
  technical,
  general,
};

/** What a new desk's bot knows of who handles what. */
export const departmentExamples: readonly Example<Department>[] = (
  Object.entries(textsByDepartment) as [Department, readonly string[]][]
).flatMap(([category, texts]) => texts.map((text) => ({ text, category })));
