"""The values that travel: frozen, small, one noun a class.

All offsets are code points in the source text as read (``Source.text``), half-open.
A ``Text`` is what the reader of the paper would read on: characters of the source with
the layout's line breaks taken out, each one still knowing where it stands. It never
changes, adds or reorders a character, so ``source.text[text.offsets[i]] == text.chars[i]``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

EntityType = Literal["Organisation", "Place", "Project", "Policy", "Person"]
ENTITY_TYPES: tuple[EntityType, ...] = ("Organisation", "Place", "Project", "Policy", "Person")

Predicate = Literal[
    "locatedIn",
    "partOf",
    "issuedBy",
    "undertakenBy",
    "appliesTo",
    "basedOn",
    "supports",
    "cooperatesWith",
    "affiliatedWith",
]
PREDICATES: tuple[Predicate, ...] = (
    "locatedIn",
    "partOf",
    "issuedBy",
    "undertakenBy",
    "appliesTo",
    "basedOn",
    "supports",
    "cooperatesWith",
    "affiliatedWith",
)
Modality = Literal["asserted", "planned", "possible"]
Precision = Literal["day", "month", "year"]
PolicyStatus = Literal["draft", "adopted", "issued", "inForce", "amended", "repealed"]
POLICY_STATUSES: tuple[PolicyStatus, ...] = ("draft", "adopted", "issued", "inForce", "amended", "repealed")
Polarity = Literal["affirmed", "negated"]
Role = Literal["headline", "body"]
Verdict = Literal["same", "unsure", "different"]
_Day = date  # for a class whose field ``date`` hides it


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of code points ``[start, end)`` in a source text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of a source in reading order, each with its offset in the source."""

    chars: str
    offsets: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.chars) != len(self.offsets):
            raise ValueError(f"{len(self.chars)} characters, {len(self.offsets)} offsets")

    def __len__(self) -> int:
        return len(self.chars)

    def slice(self, start: int, end: int) -> Text:
        return Text(self.chars[start:end], self.offsets[start:end])

    def pieces(self, start: int, end: int, source: str) -> tuple[Span, ...]:
        """The ranges of ``source`` that ``chars[start:end]`` stands on.

        White space that the layout put between two characters belongs to the piece (the raw
        slice has it too); anything else between them, or a step backwards, starts a new piece.
        """
        if not 0 <= start < end <= len(self.chars):
            raise ValueError(f"not within the text: [{start}, {end})")
        found: list[Span] = []
        begin = last = self.offsets[start]
        for offset in self.offsets[start + 1 : end]:
            if offset < last or source[last + 1 : offset].strip():
                found.append(Span(begin, last + 1))
                begin = offset
            last = offset
        found.append(Span(begin, last + 1))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article. ``index`` counts from 0 within the article."""

    index: int
    text: Text
    role: Role = "body"
    paragraph: int = 0  # sentences of one paragraph share it
    incomplete: bool = False  # cut off by the layout; nothing may be concluded from it


@dataclass(frozen=True, slots=True)
class Article:
    """One report, brief or photo caption of a source."""

    index: int  # from 0, in the order of the source
    kind: Literal["report", "brief", "caption"]
    headline: Text | None
    sentences: tuple[Sentence, ...]  # the headline's first, where there is one, then the body's
    reporters: tuple[Text, ...] = ()
    dateline: Text | None = None  # 新华社北京12月6日电, without brackets
    dateline_place: Text | None = None  # 北京
    outlet: str | None = None  # 新华社
    date: date | None = None
    year: int | None = None  # what 今年 means, also where the day is not known
    truncated: bool = False

    @property
    def body(self) -> str:
        """The body as read, its broken lines joined, a line feed between paragraphs."""
        paragraphs: dict[int, list[str]] = {}
        for sentence in self.sentences:
            if sentence.role == "body":
                paragraphs.setdefault(sentence.paragraph, []).append(sentence.text.chars)
        return "\n".join("".join(parts) for parts in paragraphs.values())


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: decoded, without its byte order mark, otherwise unchanged."""

    name: str  # the file's name without folders, as given by the user
    sha256: str  # of the file's bytes
    text: str
    encoding: str
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: ``[start, end)`` in the characters of its sentence."""

    article: int
    sentence: int
    start: int
    end: int
    surface: str  # the sentence's own characters
    type: EntityType
    subtype: str = ""  # government, county, facility … (graph/lexicon/classes.tsv)
    score: float = 0.5
    reason: str = ""  # who proposed it: gazetteer, tagger, grammar, document
    key: str | None = None  # identifier in the gazetteer, where it is certain


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence says of two mentions, before anybody knows which things they are."""

    subject: Mention
    predicate: Predicate
    object: Mention
    article: int
    sentence: int
    confidence: float
    pattern: str  # name of the rule in graph/relations/
    trigger: tuple[int, int] | None = None  # the words that say it, in the sentence's characters
    modality: Modality = "asserted"
    polarity: Polarity = "affirmed"
    role: str | None = None  # affiliatedWith: 会长
    attributed_to: Mention | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it measures."""

    article: int
    sentence: int
    start: int
    end: int
    value: str  # decimal, as xsd:decimal writes it
    unit: str
    metric: str
    about: Mention | None = None
    period: str = ""
    year: int | None = None  # which the period lies in, where it is one
    change: str = ""  # +14.8%
    basis: str = ""  # what the change is measured against: 同比, 环比, 较9月末
    amount: str = ""  # the value with its scale counted out, where it has one: 3.5万 is 35000
    code: str = ""  # the unit without its scale in QUDT's vocabulary: KiloW-HR
    bound: str = ""  # over, under, about
    modality: Modality = "asserted"


@dataclass(frozen=True, slots=True)
class Happening:
    """A dated happening that one sentence tells."""

    article: int
    sentence: int
    date: date
    precision: Precision
    name: str  # the words that say it: 完成验收
    expression: str  # the date as written: 12月3日
    involves: tuple[Mention, ...] = ()
    until: _Day | None = None  # the last day of a range
    anchor: _Day | None = None  # what the date was counted from: the article's, or one that its text names before
    place: Mention | None = None  # one of ``involves``, where it happens
    trigger: tuple[int, int] | None = None  # where the name stands in the sentence's characters
    modality: Modality = "asserted"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step in a policy's life that one sentence tells: its draft, its issue, the day from which it is in force."""

    article: int
    sentence: int
    policy: Mention
    status: PolicyStatus
    trigger: tuple[int, int]  # the words that say it, in the sentence's characters
    confidence: float
    pattern: str  # name of the rule in graph/policies/
    since: date | None = None  # the first day of a month or a year, as the precision says
    precision: Precision = "day"
    expression: str = ""  # the date as written; 公布之日 is one that another sentence may tell
    until: date | None = None  # the last day of it: of force, of consultation
    years: int | None = None  # how long it lasts, where the text says that instead
    modality: Modality = "asserted"


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """The number under which a policy was issued, in one writing: 国发〔2021〕2号, 国务院令第787号."""

    article: int
    sentence: int
    start: int
    end: int
    policy: Mention
    number: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one source says, before linking."""

    source: Source
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Happening, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    numbers: tuple[DocumentNumber, ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()  # why a possible claim is none, and how often


@dataclass(frozen=True, slots=True, order=True)
class SentenceRef:
    """Which sentence: the source by its hash, then the article and the sentence by their index."""

    source: str
    article: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Position:
    """WGS84 degrees, decimal, as the gazetteer writes them."""

    lat: str
    long: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One real-world thing."""

    id: str  # local part of its IRI: place/110000, organisation/3f2a…
    type: EntityType
    subtype: str
    label: str
    alt_labels: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()  # IRIs
    position: Position | None = None
    in_gazetteer: bool = False
    draft_of: str | None = None  # id of the final text, where this one is a draft that names it


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence that says a statement, and how."""

    where: SentenceRef
    confidence: float
    pattern: str
    trigger: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim about two entities, with every sentence that says it (none: the gazetteer does)."""

    subject: str
    predicate: Predicate
    object: str
    confidence: float
    evidence: tuple[Evidence, ...]
    modality: Modality = "asserted"
    polarity: Polarity = "affirmed"
    role: str | None = None
    attributed_to: str | None = None


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A step in a policy's life, with every sentence that tells it (none: the gazetteer does)."""

    policy: str
    status: PolicyStatus
    confidence: float
    evidence: tuple[Evidence, ...]
    since: date | None = None
    precision: Precision = "day"
    expressions: tuple[str, ...] = ()  # the date as the sentences write it
    until: date | None = None
    modality: Modality = "asserted"


@dataclass(frozen=True, slots=True)
class Linked:
    """A mention and the entity it names."""

    source: str  # the source's hash
    mention: Mention
    entity: str


@dataclass(frozen=True, slots=True)
class LinkedFigure:
    source: str
    figure: Figure
    about: str | None


@dataclass(frozen=True, slots=True)
class LinkedEvent:
    source: str
    event: Happening
    involves: tuple[str, ...]  # sorted
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """Who wrote and who published an article: ids of entities."""

    source: str  # the source's hash
    article: int
    authors: tuple[str, ...]
    publisher: str | None


@dataclass(frozen=True, slots=True, order=True)
class LinkEnd:
    """A name of one source. ``thing``: its id before things of several sources were found to be one."""

    entity: str
    thing: str
    name: str
    source: str  # the source's hash; none for a thing of the gazetteer that no text names


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """What was decided of two names, and why. ``why``: a kind of evidence, its weight and its words each."""

    verdict: Verdict
    first: LinkEnd
    second: LinkEnd
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a build knows: the input of every writer. All tuples are sorted."""

    sources: tuple[Source, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Linked, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[LinkedFigure, ...] = ()
    events: tuple[LinkedEvent, ...] = ()
    changes: tuple[StatusChange, ...] = ()
    credits: tuple[Credit, ...] = ()
    links: tuple[Link, ...] = ()
    gazetteer_version: str = ""
    _by_id: dict[str, Entity] = field(default_factory=dict, compare=False, repr=False)
    _by_hash: dict[str, Source] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        self._by_id.update((entity.id, entity) for entity in self.entities)
        self._by_hash.update((source.sha256, source) for source in self.sources)

    def entity(self, id: str) -> Entity:
        return self._by_id[id]

    def sentence(self, ref: SentenceRef) -> Sentence:
        return self._by_hash[ref.source].articles[ref.article].sentences[ref.sentence]

    def source(self, sha256: str) -> Source:
        return self._by_hash[sha256]
