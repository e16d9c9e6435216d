/** A file as the browser hands it over. */
export type ChosenFile = Pick<File, 'name' | 'type' | 'size' | 'arrayBuffer'>;

/** Why what is in a file cannot be had: not on this computer and no network, or nowhere any more. */
export type FileProblemHere = 'not_here' | 'gone';

/** Files that go with what is being written; those that are kept are in the ticket's `draft_files`. */
export interface AttachmentState {
  /** Files that are being kept (`problem` is null), or that could not be: why, as the end of a sentence. */
  comingFiles: readonly { id: string; ticketUid: string; name: string; problem: string | null }[];
  /** Takes files to what is being written on the open ticket. */
  attachFiles: (files: readonly ChosenFile[]) => Promise<void>;
  forgetFileProblem: (id: string) => void;
  /** Takes back a file that is not on its ticket yet. */
  dropFile: (uid: string) => Promise<void>;
  /** Sends a file once more that the node would not have. */
  retryFile: (uid: string) => Promise<void>;
  readFile: (uid: string) => Promise<{ bytes: Uint8Array<ArrayBuffer> } | { problem: FileProblemHere }>;
}
