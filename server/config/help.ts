export const helpText = `Waypost, the node: keeps the tickets and serves the console and the API.

  --port N         port to listen on; 0 lets the system choose (WAYPOST_PORT, 8000)
  --host H         address to listen on (WAYPOST_HOST, 127.0.0.1)
  --data-dir D     folder of the database and the secrets (WAYPOST_DATA_DIR, the platform's data folder)
  --demo           fill an empty desk with made-up tickets (WAYPOST_DEMO=1)
  --help           show this

Also from the environment: WAYPOST_ADMIN_USERNAME (superadmin) and WAYPOST_ADMIN_PASSWORD for the first run,
WAYPOST_LOG_LEVEL (warn), WAYPOST_RATE_LIMIT=off (for load tests only).
`;
