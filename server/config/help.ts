export const helpText = `Waypost, the node: keeps the tickets and serves the console and the API.

  --port N         port to listen on; 0 lets the system choose (WAYPOST_PORT, 8000)
  --host H         address to listen on (WAYPOST_HOST, 127.0.0.1)
  --data-dir D     folder of the database and the secrets (WAYPOST_DATA_DIR, the platform's data folder)
  --demo           fill an empty desk with made-up tickets (WAYPOST_DEMO=1)
  --help           show this

Also from the environment: WAYPOST_ADMIN_USERNAME (superadmin) and WAYPOST_ADMIN_PASSWORD for the first run,
WAYPOST_LOG_LEVEL (warn), WAYPOST_RATE_LIMIT (on; off for load tests only; or numbers like failures=5,api=600), WAYPOST_BACKUPS=off (no nightly ones),
WAYPOST_BACKUP_DIR (backups in the data folder), WAYPOST_BACKUP_KEEP_DAYS (7), WAYPOST_BACKUP_KEEP_WEEKS (4); WAYPOST_SMTP_URL with
WAYPOST_SMTP_FROM to send email, WAYPOST_WHATSAPP_TOKEN with WAYPOST_WHATSAPP_PHONE_ID to send WhatsApp messages, WAYPOST_TELEGRAM_TOKEN for Telegram
(the README has more about each); WAYPOST_REGISTRATION=open lets anybody register as an admin; WAYPOST_WEBHOOK_PRIVATE=allow lets webhooks call computers beside the node; WAYPOST_TLS_CERT with WAYPOST_TLS_KEY to speak TLS, WAYPOST_TRUSTED_PROXIES behind a proxy.

Instead of flags, one of these words does something else with the data folder; each has a --help of its own:
  backup           write a verified copy of the desk, also while the node runs
  verify FILE      read a backup as a whole
  restore FILE     put a backup in the desk's place
  health           ask the node of these settings whether it is well; the exit code tells
  password NAME    give a user a new password, when nobody can sign in any more
`;
