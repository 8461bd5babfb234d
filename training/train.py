"""Train the tagger: ``python training/train.py --texts RAW --public PUBLIC``.

Reads the corpora, trains one network with a head a corpus, and writes the head of
the project's own guide to graph/models/tagger.npz, and beside it what they were trained on. The same sources
and seed on the same machine give the same file.
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
from kg.extraction import features, recognition, tokens
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
BATCH = 6000  # characters
VARIANTS = 4  # of each sentence of the project's own, with other names in it
BLIND = 0.15  # of the sentences are seen without the gazetteer, so that the network does not lean on it
IGNORE = -100


@dataclass(frozen=True, slots=True)
class Encoded:
    rows: features.Rows
    labels: np.ndarray


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


def train(data: dict[str, list[Encoded]], args: argparse.Namespace) -> Tagger:
    torch.manual_seed(args.seed)
    draw = random.Random(args.seed)
    model = Tagger({name: 1 + 4 * len(KINDS[name]) for name in data}, args.hidden)
    optimisers, schedules = _optimisers(model, args.steps, args.rate)
    dense = optimisers[0].param_groups[0]["params"]
    streams = {name: batches(items, draw) for name, items in data.items()}
    names, shares = list(data), [SHARES[name] for name in data]
    loss_of = nn.CrossEntropyLoss(ignore_index=IGNORE)
    begun, mean = time.monotonic(), 0.0
    for step in range(1, args.steps + 1):
        corpus = draw.choices(names, shares)[0]
        rows, labels = collate(next(streams[corpus]))
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
    parser.add_argument("--since", default="2025-10-31")
    parser.add_argument("--until", default="2025-12-02", help="later days are kept for measuring")
    parser.add_argument("--cluener", type=int, default=9700, help="how many lines; the rest is for measuring")
    parser.add_argument("--steps", type=int, default=2800)
    parser.add_argument("--seed", type=int, default=20261124)
    parser.add_argument("--hidden", type=int, default=160)
    parser.add_argument("--rate", type=float, default=4e-3)
    parser.add_argument("--out", type=Path, default=MODEL)
    args = parser.parse_args()
    samples = load(args)
    print({name: (len(items), sum(len(s.text) for s in items)) for name, items in samples.items()}, flush=True)
    model = train(encoded(samples, args.seed), args)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(args.out, **model.arrays("own"))
    card = {
        "sentences": {name: len(items) for name, items in samples.items()},
        "shares": SHARES,
        "steps": args.steps,
        "seed": args.seed,
        "hidden": args.hidden,
        "days": [args.since, args.until],
    }
    args.out.with_suffix(".json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
