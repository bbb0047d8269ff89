"""Marks: turns of speech that the label models see beside the lexicon, where a pattern says more than a phrase."""

import re
from functools import cache

from .sentences import Sentence
from .sieve import bit

_COUNT = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
_SPAN = r"(?:hour|day|week|month|sprint|quarter|evening|night|weekend|year)s?"
_BOSS = (
    r"(?:boss|lead|manager|head|director|cto|ceo|chief|founder|owner|supervisor|client|customer|board|management|team"
    r" lead)"
)
_OTHERS = (
    r"(?:he|she|they|people|nobody|everybody|everyone|users?|customers?|clients?|merchants?|the (?:\w+ )?(?:team|teams|"
    r"client|customer|customers|director|board|regulator|auditors?|bank|manager|boss|lead|vendor|supplier|business|"
    r"developers?|company|users|people|desk|girl|man|woman|lady|office|staff|colleagues?|partner|partners|support))"
)

PATTERNS = {
    "m_duty": r"\b(?:my|our) (?:part|job|task|duty|role|remit|brief|piece|bit|responsibility|assignment|mission|mandate"
    r"|goal|aim)\b(?: \w+){0,3}? (?:was|is|were)\b|\b(?:it|that|this|which) (?:was|is|were|fell|landed) (?:for|on|up to"
    r"|down to|to) me\b|\bi had the\b|\bresponsib|\bin charge\b|\bi (?:owned|volunteered|offered|put my hand)\b|\bmy"
    r" (?:responsibility|mission|duty)\b",
    "m_asked": r"\b(?:asked|told|wanted|wished|gave|granted|handed|ordered|expected|instructed"
    r"|assigned|needed) (?:me|us"
    rf")\b|\bgave it to (?:me|us)\b|\bi (?:was|got|had been|am) (?:asked|told|given|assigned|put on|made|sent"
    rf"|instructed|handed)\b|\b{_BOSS}(?:'s)? (?:\w+ )?(?:wish|wanted|asked|said|gave|put|told|order|decided)\b",
    "m_had_to": r"\b(?:i|we) (?:had|needed|got|have) (?:to|until|till)\b|\b(?:had|needed) to (?:be"
    r"|know|have|work|go|run"
    r"|stay|keep|deliver|decide|find)\b|\bmust (?:be|have|not)\b",
    "m_given_time": rf"\b(?:had|have|got|gave (?:me|us)|granted (?:me|us)) (?:only |just |about )?(?:the |{_COUNT})"
    rf"(?: \w+)?[ -]{_SPAN}\b|\bdeadline\b|\bwithin (?:\w+ )?{_SPAN}\b|\bby (?:the end|monday|friday|january|february|"
    r"march|april|may|june|july|august|september|october|november|december|christmas|easter)\b|\bnot movable\b|\bdue\b",
    "m_since": r"\bsince\b|\bto this day\b|\buntil (?:now|today)\b|\btill (?:now|today)\b|\bup to (?:now|the present)\b"
    r"|\bso far\b|\bstill\b|\bfrom (?:then|that (?:day|moment)) on\b|\bfrom this moment\b",
    "m_later": r"\b(?:afterwards?|later|after (?:that|this|the|which|it)|the (?:next|following|first) (?:day|week|month"
    r"|year|morning|night|time|run|audit|weekend|season|quarter|term|holiday|release)|next (?:day|week|month|morning"
    r"|time|year)|first (?:night|month|week|day)|in the (?:end|following|next)|by the (?:end|summer|next)|last (?:time"
    r"|year)|in the year after|the (?:week|month|year|day|saturday|monday) after|eventually)\b",
    "m_now": r"\b(?:now|today|nowadays|these days|currently|mondays|anymore|any more|no longer)\b",
    "m_none": r"\b(?:zero|nobody|no one|none|nothing|not (?:one|once|a single|even)|hasn't|haven't|has not|have not"
    r"|never (?:again|came|happened))\b",
    "m_effect": r"\b(?:dropped|fell|went (?:down|up|from|to|live|back|out|through|in)|came (?:back"
    r"|down|out|in|on time)|"
    r"caught|stopped|accepted|approved|signed|agreed|passed|reproduced|returned|withdrawn|renewed|refused|held|holds|"
    r"saved|saves|became|gave back|(?:was|were|is|are) back|adopted|thanked|laughed|disappeared|vanished|cleared|"
    r"recovered|halved|doubled|landed|launched|shipped|merged|rose|grew|closed|survived|worked|cut|stays?|stayed|"
    r"finished|ended|goes|takes|answers|runs|sends|got (?:down|up|back|through|under|the)|is gone|are gone|"
    r"went quiet|bought|apologi[sz]ed|left|cancelled|shrank|settled|lasted|turned out)\b",
    "m_others": rf"\b{_OTHERS} (?:\w+ly |now |then |all |even |also |still |had |have |has )?(?:said"
    rf"|took|went|came|gave"
    r"|kept|got|made|put|did|found|saw|began|rang|told|let|paid|knew|could|can|use|uses|ask|asks|call|calls|stop|has"
    r"|have|don't|didn't|are|is|were|was|[a-z]{3,}ed)\b",
    "m_against": r"\b(?:instead of|down from|up from|compared (?:with|to)|where (?:it|there|before) (?:was|were|had)"
    r"|(?:before|earlier|previously|the old \w+|the year before|on beginning|at the start|when i came)\b[^.;]{0,40}\d"
    r"|used to be|had been|it (?:was|were) [^.;]{0,20}before|from (?:about |around |some )?(?:\d|[€$£]|six|four|five"
    r"|ten|forty|twenty)[^.;]{0,40}? (?:to|into) )",
    "m_ratio": r"\b(?:\d[\d.,]*|\w+) (?:out )?of (?:the |every |all )?(?:\d+|ten|twenty|hundred|forty)\b|\bin every"
    r" (?:hundred|thousand)\b|\b\d+ (?:for|from) \d+\b|\b(?:half|most|all) of (?:them|the|our|it)\b",
    "m_self": r"\bi(?:'m| am) (?:a|an|the|from|\d|very|good|not)\b|\bmy name\b|\byears old\b|\bi (?:come|came) from\b"
    r"|\bi studied\b|\bwithout me\b",
    "m_rule": r"\bi (?:now|always|never|no longer|today|these days) \w+|\b(?:hindsight|looking back|next time"
    r"|in retrospect)\b|\bi(?: would|'d) (?:have|do|ask|keep|defend|start|not|still|again|never|make|write|put|also"
    r"|now)\b|\bi should have\b|\blessons?\b|\btaught\b|\bi (?:had |have |also |only |then |really )?(?:learn|forgot|"
    r"underestimat|misjudg|realis|realiz)\w*|\bmy (?:mistake|error|fault)\b|\b(?:take|took|carry|carried|keep|kept)"
    r" (?:away )?from (?:it|there|that|this)\b|\bwhat i (?:take|took|carry|keep|learn|know|did not|would)\b|\bi (?:do"
    r" not|don't) [^.]{1,50}\bany ?more\b|\bdo(?:ne)? (?:it )?differently\b",
    "m_want": r"\bi (?:want|would like|am looking|look for|hope|like|love|enjoy|prefer|dislike|wish|expect|believe"
    r"|think|guess|suppose)\b|\bi'd (?:like|love|rather|want|say)\b|\bi'm (?:looking|hoping)\b",
    "m_advice": r"\b(?:you|one) (?:should|can|must|need|needs|have to|has to|could|would|want|get"
    r"|may)\b|\bit is (?:needed"
    r"|important|necessary|about|always)\b|\bshould (?:be|always|not)\b|\bthe (?:key|point|idea|rule) is\b|\bis (?:very"
    r" )?important\b",
    "m_plan": r"\b(?:i|we|you)(?:'d| would|'ll| will)\b|\bwould (?:be|have|need|go|make)\b|\bif\b",
    "m_been": r"\bthere (?:was|were|had been|is|are)\b|\b(?:we|i|it|they) (?:had|have|ran|used|were"
    r"|was|did not|didn't)\b",
    "m_found": r"\bturned out\b|\b(?:i|we) (?:found|saw|noticed|realised|discovered|clocked|spotted"
    r"|learned|learnt) (?:that"
    r"|out|the|it|a|they|an)\b|\bthe (?:cause|reason|culprit|fault|bug) was\b|\bbecause\b",
}  # fmt: skip
NAMES = tuple(PATTERNS)
_COMPILED = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}


def marks(sentence: Sentence, low: str) -> list[str]:
    """Names of the marks that a sentence bears."""
    text = low[sentence.start : sentence.end]
    return [name for name, its, pattern in _sifted() if sentence.passed & its and pattern.search(text)]


@cache
def _sifted() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    """Each mark with its bit in the sieve."""
    return tuple((name, bit(name), pattern) for name, pattern in _COMPILED.items())
