const mebibyte = 1024 * 1024;

/** What one person may have sent ahead of the changes that use it. */
export const maxUploadedBytes = 250 * mebibyte;
