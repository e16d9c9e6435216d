/** What the bare server is asked to do. */
export type BareServerCalls = {
  ports: (args: null) => Promise<{ http: number; echo: number }>;
  /** Answers the path with these bytes from now on. */
  answer: (args: { path: string; body: string }) => Promise<void>;
};
