"""``congvan evaluate``: how well letters are read whose truth is known."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, Any

import typer


def evaluate(
    folder: Annotated[Path, typer.Argument(help="Folder with <id>/original.* and <id>/letter.json.")],
    records: Annotated[Path | None, typer.Option(help="Score this saved run instead of reading.")] = None,
    save: Annotated[Path | None, typer.Option(help="Save the records as JSON Lines.")] = None,
    against: Annotated[Path | None, typer.Option(help="A saved run to say gains and losses against.")] = None,
    replay: Annotated[Path | None, typer.Option(help="Folder of recorded pages to read instead of OCR.")] = None,
    record: Annotated[Path | None, typer.Option(help="Folder to write the pages as read to.")] = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Worker processes.")] = None,
    weights: Annotated[
        Path | None, typer.Option(help="Folder whose weights.json says which digit recognizer reads which letter.")
    ] = None,
    reliability: Annotated[bool, typer.Option(help="Add the reliability tables.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Every miss, letter by letter.")] = False,
) -> None:
    """Read every */original.* under FOLDER and score it against */letter.json."""
    from corpus.runs import gold_letters, load_run, save_run
    from corpus.score import score_records

    letters = gold_letters(folder)
    started = time.monotonic()
    read = load_run(records) if records else _read(letters, replay, record, jobs, weights)
    seconds = time.monotonic() - started
    if save:
        save_run(save, read, letters)
    gold = {letter.name: letter.record for letter in letters}
    scores = score_records(gold, read)
    _print_scores(scores, reliability, verbose)
    if not records:
        pages = sum(letter.record["source"].get("pages") or 1 for letter in letters)
        typer.echo(f"\n{len(letters)} letters, {pages} pages, {seconds / pages:.2f} s a page of wall time")
    if against:
        _print_changes(score_records(gold, load_run(against)), scores)


def _read(
    letters: list[Any], replay: Path | None, record: Path | None, jobs: int | None, weights: Path | None
) -> dict[str, Mapping[str, Any]]:
    """Records by letter name; letters that cannot be read are left out, with a line on stderr."""
    from commands.reading import known
    from pipeline.read import Reading, understand
    from schemas.record import Source
    from schemas.recording import pages_from_bytes, pages_to_bytes

    if replay:
        recorded = {
            letter.name: pages_from_bytes((replay / f"{letter.name}.json.gz").read_bytes()) for letter in letters
        }
        knows = known()
        return {
            name: understand(pages, Source(name=name, sha256=None, pages=len(pages), text="ocr"), knows).model_dump(
                mode="json", by_alias=True
            )
            for name, pages in recorded.items()
        }
    found: dict[str, Mapping[str, Any]] = {}
    for letter, reading in zip(letters, _readings(letters, jobs, weights), strict=True):
        if not isinstance(reading, Reading):
            typer.echo(f"{letter.name}: {reading}", err=True)
            continue
        found[letter.name] = reading.record.model_dump(mode="json", by_alias=True)
        if record:
            record.mkdir(parents=True, exist_ok=True)
            (record / f"{letter.name}.json.gz").write_bytes(pages_to_bytes(reading.pages))
    return found


def _readings(letters: list[Any], jobs: int | None, weights: Path | None) -> Iterator[Any]:
    """A reading, or why there is none, for each letter; in this process when some are read by other weights."""
    from commands.reading import known
    from pipeline.batch import read_all
    from pipeline.handwriting.recognizer import other_weights, weights_in

    if weights is None:
        yield from read_all([letter.original for letter in letters], known(), jobs)
        return
    table, knows = weights_in(weights), known()
    for letter in letters:
        with other_weights(table[letter.name]) if letter.name in table else nullcontext():
            found = list(read_all([letter.original], knows, 0))
        yield from found


def _print_scores(scores: Any, reliability: bool, verbose: bool) -> None:
    from corpus.report import acceptance_table, field_table, reliability_table

    if verbose:
        for name, letter in scores.letters.items():
            typer.echo(f"== {name}" + ("" if letter.read else " not read"))
            typer.echo("".join(f"   {miss}\n" for miss in letter.misses), nl=False)
    typer.echo(field_table(scores))
    typer.echo("\n" + acceptance_table(scores.claims()))
    if reliability:
        typer.echo("\n" + reliability_table(scores.claims()))


def _print_changes(before: Any, after: Any) -> None:
    from corpus.report import change_lines, changes

    better, worse = changes(before, after)
    typer.echo("\n" + "\n".join([*change_lines("better", better), *change_lines("worse", worse)]))
