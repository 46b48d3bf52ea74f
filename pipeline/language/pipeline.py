"""The spaCy pipeline for Vietnamese letters: words by underthesea, sentences and named bodies by our rules.

Built once and kept; no download and no network. Where statistics come to beat the rules, their
component joins this pipeline.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pipeline.language.agencies import read_bodies
from pipeline.language.directives import find_directives
from pipeline.language.folded import FoldedText
from pipeline.language.sentences import sentence_spans
from pipeline.language.tokenizer import VietnameseTokenizer

BODIES = "bodies"
"""Key of ``doc.spans`` that holds the bodies named where an order may name them."""

_WITHOUT_PYVI = {"nlp": {"tokenizer": {"use_pyvi": False}}}


@cache
def pipeline() -> Any:
    """The one spaCy ``Language`` object; importing and building it takes about a second."""
    import spacy
    from spacy.language import Language

    if not Language.has_factory("letter_sentences"):
        Language.component("letter_sentences", func=mark_sentences)
        Language.component("letter_bodies", func=mark_bodies)
    nlp = spacy.blank("vi", config=_WITHOUT_PYVI)
    nlp.tokenizer = VietnameseTokenizer(nlp.vocab)
    nlp.add_pipe("letter_sentences")
    nlp.add_pipe("letter_bodies")
    return nlp


def analyse(text: str) -> Any:
    """``text`` (NFC) as a spaCy ``Doc``: ``doc.text == text``, ``doc.sents``, ``doc.spans["bodies"]``."""
    return pipeline()(text)


def mark_sentences(doc: Any) -> Any:
    """Sets sentence starts as our splitter finds them."""
    starts = {start for start, _ in sentence_spans(doc.text)}
    for token in doc:
        token.is_sent_start = token.idx in starts or token.i == 0
    return doc


def mark_bodies(doc: Any) -> Any:
    """Puts the bodies behind each ordering word into ``doc.spans["bodies"]``, one span a body."""
    source = FoldedText(doc.text)
    found = []
    for start, end in sentence_spans(doc.text):
        for directive in find_directives(source, start, end):
            bodies = read_bodies(source, source.skip_blanks(directive.end, end), end)
            for span in bodies.spans if bodies else ():
                found.append(doc.char_span(*span, label="BODY", alignment_mode="expand"))
    doc.spans[BODIES] = [span for span in found if span is not None]
    return doc
