import { foldWord } from './search-words.ts';

const words =
  // English
  'a about after all also am an and any are as at be because been before but by can could did do does done for ' +
  'from get gets getting got had has have he hello help her hi him his how i if in into is it its just let like ' +
  'me may might my need now of on or our out over own please she should so some than thank thanks that the ' +
  'their them then there these they this those to too try trying us very want was we were what when where ' +
  'which while who why will with would you your ' +
  // Russian
  'а без бы был была были было быть в вам вас ваш весь во вот все всё вы где да для до его ее её если есть ещё же за ' +
  'здравствуйте и из или им их к как ко когда кто ли мне мой моя мы на нас наш не него нет но ну о об он она они от ' +
  'очень по под пожалуйста почему при с со спасибо так то тоже только ты у уже хочу хотел чего чем что чтобы эта эти ' +
  'это этот я';

const emptyWords: ReadonlySet<string> = new Set(foldWord(words).split(' '));

/** Whether a word says nothing about what a text is about, in the languages that the desk speaks. */
export const isEmptyWord = (word: string): boolean => emptyWords.has(foldWord(word));
