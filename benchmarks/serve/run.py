"""An endless query over a million triples, and what others get meanwhile: python benchmarks/serve/run.py

A made graph of places is served with kg serve. Cross products that never end are sent to /sparql, one after
another, while a client asks small questions all the time. Linux only: memory is read from /proc.
"""

from __future__ import annotations

import argparse
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

WORKERS = 2  # at work at a time; one more stands ready
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
NAMED = 'SELECT ?place {{ ?place skos:prefLabel "地方{number}"@zh }}'
PREFIXES = """@prefix kg: <https://w3id.org/zhimai/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix place: <https://w3id.org/zhimai/id/place/> .
"""


def write_graph(path: Path, triples: int) -> None:
    """Places with a class, a name, and each in another: three triples each."""
    with path.open("w", encoding="utf-8") as file:
        file.write(PREFIXES)
        for number in range(triples // 3):
            name = f'skos:prefLabel "地方{number}"@zh'
            file.write(f"place:p{number} a kg:Place ; {name} ; kg:locatedIn place:p{number // 10} .\n")


def ask(url: str, query: str) -> tuple[int, float]:
    """The status, and the seconds it took."""
    begun = time.perf_counter()
    try:
        with urllib.request.urlopen(f"{url}sparql?query={urllib.parse.quote(query)}", timeout=300) as answer:
            answer.read()
            return answer.status, time.perf_counter() - begun
    except urllib.error.HTTPError as error:
        return error.code, time.perf_counter() - begun


def workers(server: int) -> dict[int, int]:
    """MiB of memory by worker."""
    children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    found = {pid: re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text()) for pid in children}
    return {int(pid): int(size[1]) // 1024 for pid, size in found.items() if size}


def settled(server: int) -> dict[int, int]:
    """The workers, when all of them have the graph open and none grows or shrinks any more."""
    before: dict[int, int] = {}
    while len(now := workers(server)) < WORKERS + 1 or now != before:
        before = now
        time.sleep(1)
    return now


def run(url: str, server: int, rounds: int) -> None:
    alone = [ask(url, NAMED.format(number=number))[1] for number in range(200)]
    print(f"a small query alone: median {statistics.median(alone) * 1000:.1f} ms, most {max(alone) * 1000:.0f} ms")
    for number in range(rounds):
        before, status, beside = workers(server), [], []
        endless = threading.Thread(target=lambda found=status: found.append(ask(url, ENDLESS)))
        endless.start()
        while endless.is_alive():
            beside.append(ask(url, NAMED.format(number=len(beside))))
        wrong = sum(1 for code, _ in beside if code != 200)
        times = [seconds for _, seconds in beside]
        gone = len(before.keys() - workers(server).keys())
        print(
            f"endless query {number + 1}: status {status[0][0]} after {status[0][1]:.2f} s; processes gone {gone}; "
            f"meanwhile {len(beside)} small ones, {wrong} not answered, "
            f"median {statistics.median(times) * 1000:.1f} ms, most {max(times) * 1000:.0f} ms"
        )
        now = settled(server)
        print(f"  memory of the {len(before)} workers: {sum(before.values())} MiB before, {sum(now.values())} after")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--timeout", type=float, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_graph(Path(folder) / "graph.ttl", args.triples)
        command = [
            sys.executable,
            "-u",
            "-m",
            "kg",
            "serve",
            "--graph",
            folder,
            "--port",
            "0",
            "--workers",
            str(WORKERS),
        ]
        begun = time.perf_counter()
        server = subprocess.Popen([*command, "--timeout", str(args.timeout)], stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            url = server.stdout.readline().split()[3]
            print(
                f"{args.triples} triples, limit {args.timeout:g} s; serving after {time.perf_counter() - begun:.1f} s"
            )
            settled(server.pid)
            run(url, server.pid, args.rounds)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait()


if __name__ == "__main__":
    main()
