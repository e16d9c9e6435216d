/** Ties a field to the text that it shows. */
export const boundTo = (value: string, onText: (text: string) => void) => ({
  value,
  onChange: (event: { currentTarget: { value: string } }) => onText(event.currentTarget.value),
});
