import type { Example, ItCategory } from '../category.ts';
import { hardwareIssue } from './hardware-issue.ts';
import { networkIssue } from './network-issue.ts';
import { other } from './other.ts';
import { passwordReset } from './password-reset.ts';
import { performanceIssue } from './performance-issue.ts';
import { softwareInstallation } from './software-installation.ts';
import { systemDown } from './system-down.ts';

const textsByCategory: Readonly<Record<ItCategory, readonly string[]>> = {
  system_down: systemDown,
  performance_issue: performanceIssue,
  password_reset: passwordReset,
  software_installation: softwareInstallation,
  hardware_issue: hardwareIssue,
  network_issue: networkIssue,
  other,
};

/** What a new desk's classifier knows. */
export const shippedExamples: readonly Example<ItCategory>[] = (
  Object.entries(textsByCategory) as [ItCategory, readonly string[]][]
).flatMap(([category, texts]) => texts.map((text) => ({ text, category })));
