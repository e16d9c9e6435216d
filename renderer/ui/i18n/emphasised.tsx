/** A text of which a part stands between `<strong>` and its end. */
export function Emphasised({ text }: { text: string }) {
  const [before, strong, ...after] = text.split(/<\/?strong>/);
  return (
    <>
      {before}
      <strong>{strong}</strong>
      {after}
    </>
  );
}
