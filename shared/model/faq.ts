/** A question with its answer, as consoles hold it; `tags` is a JSON array of strings. */
export interface FaqRow {
  uid: string;
  id: number;
  ver: number;
  question: string;
  answer: string;
  category: string;
  tags: string;
  /** 0 once it is no longer given to anybody. */
  is_active: number;
}
