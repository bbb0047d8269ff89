// The code editor of the exercise page, as bare as an interview screen. No completion.
import { javascriptLanguage } from "@codemirror/lang-javascript";
import { pythonLanguage } from "@codemirror/lang-python";
import { indentUnit } from "@codemirror/language";
import { desk } from "./desk.js";

const LANGUAGES = {
  python: [pythonLanguage, indentUnit.of("    ")],
  node: [javascriptLanguage, indentUnit.of("  ")],
};

/** Put an editor into `parent`; `changed` is called with the text after each change. Returns the view. */
export function editor({ language, ...about }) {
  return desk(about, LANGUAGES[language] ?? []);
}
