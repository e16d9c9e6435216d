/** A form with one part of the caller's wording and a field that nobody reads. */
export function testForm(part: string, content: string | Buffer) {
  const head = `--b\r\ncontent-disposition: form-data; name="note"\r\n\r\nignored\r\n--b\r\n${part}\r\n\r\n`;
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--b--\r\n')]),
  };
}
