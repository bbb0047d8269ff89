"""Claims without a limit, as people say them."""

import re

# Claims without a limit. A bug count of nought over a named time is measured, and is none.
ABSOLUTE = re.compile(
    r"\b(?:(?:a |one )?(?:hundred|100) ?(?:%|per ?cent) (?:secure|safe|reliable|bug[- ]free|available|uptime"
    r"|sure|satisfaction|satisfied)"
    r"|(?:completely|totally|fully|absolutely) (?:secure|bug[- ]free|fool-?proof|unbreakable)"
    r"|(?:never|not) (?:once )?had (?:any|a|a single) (?:downtime|outage|incident|bug|complaint|breach)\w*(?: ever)?"
    r"|(?:no|zero) (?:downtime|bugs|outages|incidents|complaints) (?:ever|at all)"
    r"|(?:has|have|had) never (?:failed|gone down|been down|had (?:an? |any )\w+)"
    r"|a satisfaction of 100|satisfaction of (?:100|a hundred))"
)
