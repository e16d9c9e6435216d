import { z } from 'zod';
import { filledField, optional, textField } from '../../http/fields.ts';
import { incidentRoles } from './rules.ts';

const usernameField = z
  .string()
  .min(1)
  .max(150)
  .regex(/^[^\s\p{Cc}]+$/u, "Field 'username' must not contain spaces");

const emailField = z.email('Enter a valid email address').max(320);
const passwordField = textField(1000);
const nameField = textField(100).transform((text) => text.trim());
const numberField = textField(40).transform((text) => text.trim());
const labelField = textField(100).transform((text) => text.trim());

export const createUserBody = z.object({
  username: usernameField,
  password: passwordField,
  password_confirm: passwordField,
  email: emailField,
  first_name: filledField(100),
  last_name: optional(nameField),
  role: z.enum(incidentRoles),
  phone_number: optional(numberField),
  whatsapp_number: optional(numberField),
  department: optional(labelField),
});

export const updateUserBody = z.object({
  username: optional(usernameField),
  email: optional(emailField),
  password: optional(passwordField),
  first_name: optional(filledField(100)),
  last_name: optional(nameField),
  role: optional(z.enum(incidentRoles)),
  phone_number: optional(numberField),
  whatsapp_number: optional(numberField),
  department: optional(labelField),
});

export const updateProfileBody = z.object({
  first_name: optional(filledField(100)),
  last_name: optional(nameField),
  password: optional(passwordField),
  password_confirm: optional(passwordField),
});

export const byRoleQuery = z.object({ role: z.enum(incidentRoles) });

const contacts = {
  role: z.enum(incidentRoles),
  phone_number: z.string(),
  whatsapp_number: z.string(),
  department: z.string(),
};

const names = {
  id: z.int(),
  username: z.string(),
  email: z.string(),
  first_name: z.string(),
  last_name: z.string(),
};

export const identityFields = { ...names, ...contacts };

export const userAnswer = z.object({
  ...names,
  full_name: z.string(),
  ...contacts,
  is_active: z.boolean(),
  date_joined: z.string(),
});

export const usersAnswer = z.array(userAnswer);
export const messageAnswer = z.object({ message: z.string() });
export const profilesAnswer = z.array(
  z.object({ ...identityFields, created_at: z.string(), updated_at: z.string() }),
);
export const profileAnswer = z.object({ first_name: z.string(), last_name: z.string() });
