const mebibyte = 1024 * 1024;

/** Some surfaces send a ticket with all its files in one answer. */
export const maxTicketBytes = 25 * mebibyte;
/** What one person may have sent ahead of the changes that use it. */
export const maxUploadedBytes = 250 * mebibyte;
