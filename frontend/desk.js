// What both editors of the exercise page have: CodeMirror with the few parts that an interview screen has.
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

// Colours come from the page's tokens, so that the scheme follows the page; the classes tok-* are set in exercise.css.
const theme = EditorView.theme({
  "&": { fontSize: "0.875rem", color: "var(--ink)", minHeight: "24rem", maxHeight: "70vh" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", overflow: "auto", minHeight: "24rem" },
  ".cm-content": { caretColor: "var(--ink)", padding: "0.75rem 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { background: "var(--field)", color: "var(--soft)", border: "0", paddingLeft: "0.4rem" },
  ".cm-activeLine, .cm-activeLineGutter": { background: "var(--wash)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--accent) 25%, transparent)",
  },
  "&.cm-focused .cm-matchingBracket": { background: "var(--accent-wash)", outline: "1px solid var(--accent)" },
  "&.cm-focused .cm-nonmatchingBracket": { background: "var(--warn-wash)", outline: "1px solid var(--warn)" },
});

// Keys of the page (submit, run) pass through: Mod-Enter would insert a line.
const bindings = defaultKeymap.filter((binding) => binding.key !== "Mod-Enter");

/** Put an editor into `parent`; `changed` is called with the text after each change. Returns the view. */
export function desk({ parent, text, nonce, label, changed }, extensions) {
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(nonce),
        lineNumbers(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        EditorState.tabSize.of(4),
        extensions,
        syntaxHighlighting(classHighlighter),
        theme,
        keymap.of([...bindings, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({
          "aria-label": label,
          tabindex: "0",
          spellcheck: "false",
          autocapitalize: "off",
          autocorrect: "off",
        }),
        EditorView.updateListener.of((update) => update.docChanged && changed(update.state.doc.toString())),
      ],
    }),
  });
}
