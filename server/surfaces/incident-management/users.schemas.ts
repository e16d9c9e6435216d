import { z } from 'zod';
import { withExample } from '../../http/example.ts';
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

export const createUserBody = withExample(
  z.object({
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
  }),
  {
    username: 'new_developer',
    password: 'SecurePass123!',
    password_confirm: 'SecurePass123!',
    email: 'newdev@company.com',
    first_name: 'New',
    last_name: 'Developer',
    role: 'SUPPORT',
    phone_number: '+1234567892',
    whatsapp_number: '+1234567892',
    department: 'Technical Support',
  },
);

export const updateUserBody = withExample(
  z.object({
    username: optional(usernameField),
    email: optional(emailField),
    password: optional(passwordField),
    first_name: optional(filledField(100)),
    last_name: optional(nameField),
    role: optional(z.enum(incidentRoles)),
    phone_number: optional(numberField),
    whatsapp_number: optional(numberField),
    department: optional(labelField),
  }),
  { email: 'updated@company.com', role: 'ADMIN', department: 'IT Management', password: 'NewPassword123!' },
);

export const updateProfileBody = withExample(
  z.object({
    first_name: optional(filledField(100)),
    last_name: optional(nameField),
    password: optional(passwordField),
    password_confirm: optional(passwordField),
  }),
  {
    first_name: 'Jonathan',
    last_name: 'ClientUpdated',
    password: 'NewSecurePass123!',
    password_confirm: 'NewSecurePass123!',
  },
);

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

export const exampleIdentity = {
  id: 1,
  username: 'john_client',
  email: 'john@client.com',
  first_name: 'John',
  last_name: 'Client',
  role: 'CLIENT' as const,
  phone_number: '+1234567890',
  whatsapp_number: '+1234567890',
  department: 'Marketing',
};

const exampleUser = {
  ...exampleIdentity,
  full_name: 'John Client',
  is_active: true,
  date_joined: '2025-01-01T00:00:00Z',
};

export const userAnswer = z
  .object({
    ...names,
    full_name: z.string(),
    ...contacts,
    is_active: z.boolean(),
    date_joined: z.string(),
  })
  .meta({ examples: [exampleUser] });

export const usersAnswer = z.array(userAnswer).meta({ examples: [[exampleUser]] });
export const messageAnswer = z
  .object({ message: z.string() })
  .meta({ examples: [{ message: 'Comment added successfully' }] });
export const profilesAnswer = z
  .array(z.object({ ...identityFields, created_at: z.string(), updated_at: z.string() }))
  .meta({
    examples: [
      [{ ...exampleIdentity, created_at: '2025-01-01T00:00:00Z', updated_at: '2025-12-23T10:00:00Z' }],
    ],
  });
export const profileAnswer = z
  .object({ first_name: z.string(), last_name: z.string() })
  .meta({ examples: [{ first_name: 'Jonathan', last_name: 'ClientUpdated' }] });
