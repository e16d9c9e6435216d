import { TextInput } from '@mantine/core';

interface NameFieldProps {
  label: string;
  value: string;
  onChange: (name: string) => void;
}

/** What the thing is called that a form is about: its first field. */
export function NameField({ label, value, onChange }: NameFieldProps) {
  return (
    <TextInput
      label={label}
      data-autofocus
      withAsterisk
      maxLength={100}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
