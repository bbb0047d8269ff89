// The SQL editor: the desk's editor with PostgreSQL's words and completion of the exercise's tables and columns.
import { autocompletion, completeFromList } from "@codemirror/autocomplete";
import { PostgreSQL, schemaCompletionSource } from "@codemirror/lang-sql";
import { LanguageSupport, indentUnit } from "@codemirror/language";
import { Compartment } from "@codemirror/state";
import { EditorView, tooltips } from "@codemirror/view";
import { desk } from "./desk.js";

const theme = EditorView.theme({
  ".cm-tooltip": { background: "var(--paper)", color: "var(--ink)", border: "1px solid var(--edge)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "14em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.15rem 0.6rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--accent-wash)", color: "var(--ink)" },
  ".cm-completionIcon": { display: "none" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "600" },
  ".cm-completionDetail": { color: "var(--soft)", fontStyle: "normal" },
});

// The words of a query, as PostgreSQL reserves hundreds that nobody types here.
const WORDS = `
  all and array_agg as asc between bool_and bool_or case cast coalesce count cross cube current_date current_timestamp
  date_trunc dense_rank desc distinct else end except exists extract false filter first_value following from full
  generate_series greatest group having in inner insert intersect interval into is jsonb_build_object join lag
  last_value lateral lead least left like limit max min not now ntile null nullif nulls offset on or order outer over
  partition percentile_cont preceding range rank recursive returning right row_number rows select set string_agg sum
  then true unbounded union update using values when where window with within
`
  .trim()
  .split(/\s+/)
  .map((label) => ({ label, type: "keyword", boost: -50 }));

const language = new Compartment();

// Columns are offered without their table too: with four tables nobody wants to write an alias first.
function words(tables) {
  const schema = {};
  const loose = new Map();
  for (const { name, columns } of tables) {
    schema[name] = columns.map((column) => ({ label: column.name, type: "property", detail: column.type }));
    for (const column of columns) loose.set(column.name, [...(loose.get(column.name) ?? []), name]);
  }
  const everywhere = [...loose].map(([label, names]) => ({ label, type: "property", detail: names.join(", ") }));
  const sources = [
    schemaCompletionSource({ dialect: PostgreSQL, schema }),
    columnsAnywhere(everywhere),
    completeFromList(WORDS),
  ];
  const offered = sources.map((autocomplete) => PostgreSQL.language.data.of({ autocomplete }));
  return new LanguageSupport(PostgreSQL.language, offered);
}

function columnsAnywhere(options) {
  return (context) => {
    const word = context.matchBefore(/(^|[^\w."])[a-z_]\w*$/i);
    if (!word) return null;
    const from = word.to - word.text.match(/\w+$/)[0].length;
    return { from, options, validFor: /^\w*$/ };
  };
}

/** Put an editor into `parent`, as the code editor does. */
export function editor(about) {
  return desk(about, [
    language.of(words([])),
    indentUnit.of("  "),
    autocompletion({ icons: false, activateOnTyping: true }),
    tooltips({ parent: document.body }),
    theme,
  ]);
}

/** Let `view` know `tables` ({name, columns: [{name, type}]}) from now on. */
export function knows(view, tables) {
  view.dispatch({ effects: language.reconfigure(words(tables)) });
}
