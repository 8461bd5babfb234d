"""No query holds the server, a core or memory for longer than its limits; the others are answered meanwhile."""

from __future__ import annotations

import json
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from serving import ENDLESS, Answer, Server, eventually, serving

NAMED = 'ASK { ?x skos:prefLabel "江苏省"@zh }'
GROWING = (
    "SELECT (GROUP_CONCAT(?all) AS ?n) { { SELECT DISTINCT (CONCAT(STR(?a), STR(?c), STR(?f), STR(?i)) AS ?all) "
    "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } } }"
)
proc = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="looks at /proc")


def says_yes(answer: Answer) -> bool:
    return answer.status == 200 and json.loads(answer.body)["boolean"] is True


def in_background(ask: Callable[[], Answer]) -> tuple[threading.Thread, list[Answer]]:
    answers: list[Answer] = []
    thread = threading.Thread(target=lambda: answers.append(ask()))
    thread.start()
    return thread, answers


def asking(server: Server, query: str) -> socket.socket:
    """A connection on which the query was sent; who closes it waits no longer."""
    address = urlsplit(server.url)
    client = socket.create_connection((address.hostname, address.port))
    client.sendall(f"GET /sparql?query={quote(query)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    return client


def state(pid: int) -> str:
    """R where it computes, Z where it is gone but for its entry; empty where it is gone altogether."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""


def computes(pid: int) -> bool:
    return state(pid) == "R"


def runs(pid: int) -> bool:
    return state(pid) not in {"", "Z"}


@pytest.fixture(scope="module")
def hasty(sample_folder: Path) -> Iterator[Server]:
    with serving(sample_folder, "--timeout", "2", "--workers", "2") as started:
        yield started


@pytest.fixture(scope="module")
def patient(sample_folder: Path) -> Iterator[Server]:
    with serving(sample_folder, "--timeout", "120", "--workers", "1", "--memory", "64") as started:
        yield started


@proc
def test_an_endless_query_ends_with_its_process_and_others_are_answered(hasty: Server) -> None:
    assert says_yes(hasty.ask(NAMED))
    assert eventually(lambda: len(hasty.workers()) == 3)  # two to work and one to spare
    before = hasty.workers()
    thread, answers = in_background(lambda: hasty.ask(ENDLESS))
    meanwhile = 0
    while thread.is_alive():
        meanwhile += says_yes(hasty.ask(NAMED))
    assert meanwhile > 0
    assert answers[0].status == 504
    assert answers[0].text == (
        "stopped after 2 s, the time limit; ask for less, or raise it: kg serve --timeout SECONDS\n"
    )
    assert eventually(lambda: len(before - hasty.workers()) == 1), "the process that worked on it is still there"
    assert eventually(lambda: len(hasty.workers()) == len(before)), "nobody took its place"
    assert says_yes(hasty.ask(NAMED))


def test_as_many_endless_queries_as_workers_hold_it_no_longer_than_the_limit(hasty: Server) -> None:
    held = [in_background(lambda: hasty.ask(ENDLESS)) for _ in range(2)]
    for thread, answers in held:
        thread.join()
        assert answers[0].status == 504
    assert says_yes(hasty.ask(NAMED))


def test_who_waits_too_long_for_a_turn_is_told_to_come_back(hasty: Server) -> None:
    held = [in_background(lambda: hasty.ask(ENDLESS)) for _ in range(8)]
    for thread, _ in held:
        thread.join()
    refused = [answers[0] for _, answers in held if answers[0].status == 503]
    assert {answers[0].status for _, answers in held} == {503, 504}
    assert all(answer.header("Retry-After").isdecimal() for answer in refused)
    assert "busy" in refused[0].text


@proc
def test_a_query_that_eats_memory_is_stopped(patient: Server) -> None:
    answer = patient.ask(GROWING)
    assert answer.status == 500
    assert answer.text.startswith("stopped: the query ended its process, most likely for want of memory")
    assert "64 MiB" in answer.text
    assert says_yes(patient.ask(NAMED))


@proc
def test_a_query_that_nobody_waits_for_is_given_up(patient: Server) -> None:
    with asking(patient, ENDLESS):
        assert eventually(lambda: any(computes(pid) for pid in patient.workers()))
    assert eventually(lambda: not any(computes(pid) for pid in patient.workers()))
    assert says_yes(patient.ask(NAMED))


@proc
def test_a_worker_that_was_killed_from_outside_is_replaced_unnoticed(patient: Server) -> None:
    for pid in patient.workers():
        os.kill(pid, signal.SIGKILL)
    assert eventually(lambda: says_yes(patient.ask(NAMED)))


@proc
def test_workers_end_with_a_server_that_is_killed(sample_folder: Path) -> None:
    with serving(sample_folder, "--timeout", "2", "--workers", "2") as server:
        assert eventually(lambda: len(server.workers()) == 3)
        workers = server.workers()
        with asking(server, ENDLESS):
            assert eventually(lambda: any(computes(pid) for pid in workers))
            server.process.kill()
        assert eventually(lambda: not any(runs(pid) for pid in workers))


def test_a_server_that_is_stopped_waits_for_no_query(sample_folder: Path) -> None:
    with serving(sample_folder, "--timeout", "120", "--workers", "1") as server:
        held = [in_background(lambda: server.ask(ENDLESS)) for _ in range(2)]
        assert not eventually(lambda: any(answers for _, answers in held), seconds=1)
    for thread, answers in held:
        thread.join()
        assert (answers[0].status, answers[0].text) == (503, "the server is stopping\n")
