"""Train the tagger: ``python training/train.py --texts RAW --public PUBLIC``.

Reads the corpora and trains networks with a head a corpus: first the teachers, of different seeds;
then the one that is kept, which learns besides how the teachers, on average, mark other corpora
by the project's own guide. Writes its head of that guide to graph/models/tagger.npz, and beside it
what it was trained on. The same sources and seed on the same machine give the same file.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

import corpora
import variation
from corpora import Sample
from kg.extraction import features, network, recognition, tokens
from kg.extraction.gazetteer import Gazetteer
from network import BUCKETS, Tagger

HERE = Path(__file__).resolve().parent
MODEL = HERE.parent / "graph" / "models" / "tagger.npz"
OWN = ("Organisation", "Place", "Project", "Policy", "Person")
KINDS = {
    "own": OWN,
    "msra": ("PER", "LOC", "ORG"),
    "cluener": (
        "address",
        "book",
        "company",
        "game",
        "government",
        "movie",
        "name",
        "organization",
        "position",
        "scene",
    ),
    "silver": ("PER", "LOC", "ORG"),
}
# how often a batch comes from a corpus
SHARES = {"own": 0.5, "silver": 0.15, "msra": 0.2, "cluener": 0.15}
# the same with teachers, whose opinion of the other corpora stands for most of these
TAUGHT = "taught"
SHARES_TAUGHT = {"own": 0.45, "silver": 0.08, "msra": 0.08, "cluener": 0.04, TAUGHT: 0.35}
TAUGHT_MSRA = 12_000  # sentences, besides all of cluener and silver
BATCH = 6000  # characters
VARIANTS = 4  # of each sentence of the project's own, with other names in it
BLIND = 0.15  # of the sentences are seen without the gazetteer, so that the network does not lean on it
IGNORE = -100


@dataclass(frozen=True, slots=True)
class Encoded:
    rows: features.Rows
    labels: np.ndarray
    opinion: np.ndarray | None = None  # of the teachers: n × labels, the probability of each


def encode(sample: Sample, known: bool = True) -> Encoded:
    """``known``: whether the network may see what the gazetteer knows."""
    hits = recognition.name_hits(Gazetteer.load().find(sample.text)) if known else []
    rows = features.rows(sample.text, tokens.words(sample.text), hits)
    number = {label: index for index, label in enumerate(corpora.labels(KINDS[sample.corpus]))}
    labels = np.zeros(len(sample.text), dtype=np.int64)
    for start, end in sample.ignored:
        labels[start:end] = IGNORE
    for start, end, kind in sample.spans:
        if kind not in KINDS[sample.corpus]:
            continue
        if end - start == 1:
            labels[start] = number[f"S-{kind}"]
        else:
            labels[start:end] = number[f"I-{kind}"]
            labels[start], labels[end - 1] = number[f"B-{kind}"], number[f"E-{kind}"]
    return Encoded(rows, labels)


def taught(samples: list[Sample], teachers: list[network.Network]) -> list[Encoded]:
    """Sentences of other corpora as the teachers, on average, would mark them by the project's own guide."""
    found = []
    for sample in samples:
        hits = recognition.name_hits(Gazetteer.load().find(sample.text))
        rows = features.rows(sample.text, tokens.words(sample.text), hits)
        scores = np.mean([teacher.scores(rows) for teacher in teachers], axis=0)
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        opinion = (weights / weights.sum(axis=1, keepdims=True)).astype(np.float16)
        found.append(Encoded(rows, np.zeros(len(sample.text), dtype=np.int64), opinion))
    return found


def opinions(batch: list[Encoded]) -> torch.Tensor:
    """Batch × length × labels; all zeros beyond the end of a sentence."""
    first = batch[0].opinion
    assert first is not None
    out = np.zeros((len(batch), max(len(item.labels) for item in batch), first.shape[1]), dtype=np.float32)
    for row, item in zip(out, batch, strict=True):
        row[: len(item.labels)] = item.opinion
    return torch.from_numpy(out)


def collate(batch: list[Encoded]) -> tuple[dict[str, torch.Tensor], torch.Tensor]:
    length = max(len(item.labels) for item in batch)

    def padded(name: str) -> torch.Tensor:
        out = np.zeros((len(batch), length), dtype=np.int64)
        for row, item in zip(out, batch, strict=True):
            row[: len(item.labels)] = getattr(item.rows, name)
        return torch.from_numpy(out)

    rows = {name: padded(name) for name in BUCKETS}
    flags = np.zeros((len(batch), length, features.FLAGS), dtype=np.float32)
    mask = np.zeros((len(batch), length, 1), dtype=np.float32)
    labels = np.full((len(batch), length), IGNORE, dtype=np.int64)
    for index, item in enumerate(batch):
        size = len(item.labels)
        flags[index, :size] = item.rows.flags
        mask[index, :size] = 1
        labels[index, :size] = item.labels
    rows["flags"], rows["mask"] = torch.from_numpy(flags), torch.from_numpy(mask)
    return rows, torch.from_numpy(labels)


def batches(items: list[Encoded], draw: random.Random) -> Iterator[list[Encoded]]:
    """Endless; sentences of about one length together, the batches in random order."""
    while True:
        order = sorted(items, key=lambda item: len(item.labels) + draw.random() * 20)
        packs: list[list[Encoded]] = [[]]
        size = 0
        for item in order:
            if size + len(item.labels) > BATCH and packs[-1]:
                packs.append([])
                size = 0
            packs[-1].append(item)
            size += len(item.labels)
        draw.shuffle(packs)
        yield from packs


def load(args: argparse.Namespace) -> dict[str, list[Sample]]:
    return {
        "own": [
            *corpora.standoff(HERE / "corpus", args.texts, (args.since, args.until)),
            *corpora.marked(HERE / "texts"),
        ],
        "msra": list(corpora.jsonl(args.public / "msra" / "train.jsonl", "msra")),
        "cluener": list(corpora.jsonl(args.public / "cluener" / "train.jsonl", "cluener"))[: args.cluener],
        "silver": list(corpora.jsonl(args.silver, "silver")) if args.silver else [],
    }


def train(data: dict[str, list[Encoded]], args: argparse.Namespace, seed: int) -> Tagger:
    torch.manual_seed(seed)
    draw = random.Random(seed)
    model = Tagger({name: 1 + 4 * len(KINDS[name]) for name in data if name != TAUGHT}, args.hidden)
    optimisers, schedules = _optimisers(model, args.steps, args.rate)
    dense = optimisers[0].param_groups[0]["params"]
    streams = {name: batches(items, draw) for name, items in data.items()}
    names = list(data)
    shares = [(SHARES_TAUGHT if TAUGHT in data else SHARES)[name] for name in data]
    loss_of = nn.CrossEntropyLoss(ignore_index=IGNORE)
    begun, mean = time.monotonic(), 0.0
    for step in range(1, args.steps + 1):
        corpus = draw.choices(names, shares)[0]
        batch = next(streams[corpus])
        rows, labels = collate(batch)
        if corpus == TAUGHT:
            told = opinions(batch)
            loss = -(told * model(rows, "own").log_softmax(dim=-1)).sum() / told.sum()
        else:
            loss = loss_of(model(rows, corpus).flatten(0, 1), labels.flatten())
        model.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(dense, 1.0)
        for stepper in (*optimisers, *schedules):
            stepper.step()
        mean += (loss.item() - mean) / min(step, 200)
        if step % 200 == 0:
            print(f"step {step}: loss {mean:.4f}, {time.monotonic() - begun:.0f} s", flush=True)
    return model.eval()


def _optimisers(
    model: Tagger, steps: int, rate: float
) -> tuple[list[torch.optim.Optimizer], list[torch.optim.lr_scheduler.OneCycleLR]]:
    """One for the dense weights, one for the tables, of which a step touches few rows."""
    dense = [weights for name, weights in model.named_parameters() if not name.startswith("tables.")]
    optimisers = [
        torch.optim.AdamW(dense, lr=rate, weight_decay=0.01),
        torch.optim.SparseAdam(list(model.tables.parameters()), lr=rate),
    ]
    schedules = [
        torch.optim.lr_scheduler.OneCycleLR(one, rate, total_steps=steps, pct_start=0.1, cycle_momentum=False)
        for one in optimisers
    ]
    return optimisers, schedules


def encoded(samples: dict[str, list[Sample]], seed: int) -> dict[str, list[Encoded]]:
    """The rows of all samples, those of the project's own with variants; some without the gazetteer."""
    draw = random.Random(seed)
    own = samples["own"] + list(variation.variants(samples["own"], VARIANTS, draw))
    return {
        name: [encode(sample, draw.random() > BLIND) for sample in items]
        for name, items in {**samples, "own": own}.items()
        if items
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True, help="folder of the raw news items")
    parser.add_argument("--public", type=Path, required=True, help="folder of the public corpora")
    parser.add_argument("--silver", type=Path, help="sentences tagged by the teacher, JSON lines")
    parser.add_argument("--teachers", type=int, default=2, help="how many networks are trained first")
    parser.add_argument("--since", default="2025-10-31")
    parser.add_argument("--until", default="2025-12-02", help="later days are kept for measuring")
    parser.add_argument("--cluener", type=int, default=9700, help="how many lines; the rest is for measuring")
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=20261124)
    parser.add_argument("--hidden", type=int, default=176)
    parser.add_argument("--rate", type=float, default=4e-3)
    parser.add_argument("--out", type=Path, default=MODEL)
    args = parser.parse_args()
    samples = load(args)
    print({name: (len(items), sum(len(s.text) for s in items)) for name, items in samples.items()}, flush=True)
    data = encoded(samples, args.seed)
    teachers = [network.load(train(data, args, args.seed + n).arrays("own")) for n in range(1, args.teachers + 1)]
    if teachers:
        others = [*samples["cluener"], *samples["silver"], *samples["msra"][:TAUGHT_MSRA]]
        data[TAUGHT] = taught(others, teachers)
    model = train(data, args, args.seed)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(args.out, **model.arrays("own"))
    card = {
        "sentences": {name: len(items) for name, items in samples.items()},
        "shares": SHARES_TAUGHT if args.teachers else SHARES,
        "teachers": args.teachers,
        "steps": args.steps,
        "seed": args.seed,
        "hidden": args.hidden,
        "days": [args.since, args.until],
    }
    args.out.with_suffix(".json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
