"""The terms as data: their sentences, links, sections and languages."""

import re

import pytest

from lenet_gui.gui.appearance.languages import LANGUAGES, use_language
from lenet_gui.gui.glossary.entry import LINK, linked
from lenet_gui.gui.glossary.parts import TERMS_OF_PARTS
from lenet_gui.gui.glossary.search import found_by, in_every_language
from lenet_gui.gui.glossary.table import TERMS, THEMES
from lenet_gui.gui.glossary.term import Term
from lenet_gui.gui.glossary.what_is import term_of_layer

# Of LeCun, Bottou, Bengio, Haffner 1998, as far as it is about single digits, and rejecting.
SECTIONS = {
    "", "I-A", "I-B", "I-C", "II-A", "II-B", "II-C", "III-A", "III-B", "III-C", "III-E", "X-C",
    "A", "B", "C",
}  # fmt: skip
WANTED = {
    "C1", "S2", "C3", "S4", "C5", "F6", "OUTPUT", "kernel", "convolution", "stride", "padding",
    "subsampling", "sigmoid", "ReLU", "softmax", "code", "penalty", "evidence", "margin",
    "parameter", "connection", "bias", "coefficient", "loss", "gradient", "backpropagation",
    "delta", "optimiser", "schedule", "momentum", "epoch", "batch", "overfitting",
    "augmentation", "distillation", "calibration", "reject", "threshold", "precision", "recall",
    "MNIST", "rasterisation", "occlusion",
}  # fmt: skip

every_term = pytest.mark.parametrize("term", TERMS.values(), ids=TERMS)


def texts(term: Term) -> list[str]:
    """In English, and as far as they are translated in the other languages."""
    return in_every_language(term.text)


def test_there_are_some_sixty_terms_or_more() -> None:
    assert len(TERMS) >= 60
    assert len(TERMS) == sum(len(terms) for _, terms in THEMES)  # no key is there twice
    assert {term.name for term in TERMS.values()} >= WANTED


@every_term
def test_every_text_has_three_sentences(term: Term) -> None:
    english, *others = texts(term)
    assert len(re.findall(r"[.!?](?= |$)", english)) == 3
    assert english.endswith(".")
    for chinese in others:
        assert chinese.count("。") == 3, chinese


@every_term
def test_every_link_leads_to_another_term(term: Term) -> None:
    for text in texts(term):
        keys = [key for _, key in LINK.findall(text)]
        assert set(keys) <= TERMS.keys() - {term.key}
        assert sorted(keys) == sorted(key for _, key in LINK.findall(term.text))
        assert "](" not in LINK.sub("", text)


def test_every_term_is_linked_from_another_or_from_a_part() -> None:
    linked_to = {key for term in TERMS.values() for _, key in LINK.findall(term.text)}
    linked_to |= {key for keys in TERMS_OF_PARTS.values() for key in keys}
    alone = TERMS.keys() - linked_to
    assert len(alone) < 12, alone


@every_term
def test_sections_are_those_of_the_paper(term: Term) -> None:
    assert term.section in SECTIONS


def test_every_term_has_a_chinese_text() -> None:
    for term in TERMS.values():
        for text in (term.text, term.synonyms):
            assert len(in_every_language(text)) == len(LANGUAGES), text


def test_terms_of_parts_exist() -> None:
    assert {key for keys in TERMS_OF_PARTS.values() for key in keys} <= TERMS.keys()


@pytest.mark.parametrize("layer", ["INPUT", "C1", "S2", "C3", "S4", "C5", "F6", "OUTPUT"])
def test_every_layer_has_a_term(layer: str) -> None:
    assert term_of_layer(layer) == layer.lower()
    assert term_of_layer("P9") == "layer"


def test_links_are_rich_text_and_the_rest_is_not() -> None:
    assert linked("a < b, [unit](unit)") == 'a &lt; b, <a href="unit">unit</a>'


# ---- searching


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("pooling", "average_pooling"),
        ("POOLING LAYER", "subsampling"),
        ("logit", "evidence"),
        ("squashing function", "activation_function"),
        ("filter", "kernel"),
        ("neuron", "unit"),
        ("backprop", "backpropagation"),
        ("optimizer", "optimizer"),
        ("dense", "full_connection"),
        ("rubbish", "not_a_digit"),
        ("cross entropy", "cross_entropy"),
        ("adversarial", "smallest_change"),
        ("c3", "c3"),
        ("receptive", "receptive_field"),
    ],
)
def test_search_finds_names_and_synonyms(text: str, key: str) -> None:
    assert key in [term.key for term in found_by(text)][:3]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "key"),
    [("感受野", "receptive_field"), ("卷积", "convolution"), ("池化", "max_pooling"),
     ("神经元", "unit"), ("kernel", "kernel")],
)  # fmt: skip
def test_search_finds_both_languages_in_each(language: str, text: str, key: str) -> None:
    use_language(language)
    assert key in [term.key for term in found_by(text)]
    use_language("en")


def test_a_name_comes_before_a_synonym_and_nonsense_finds_nothing() -> None:
    found = [term.key for term in found_by("class")]
    assert found[0] == "class"
    assert found_by("xyzzy") == []
    assert len(found_by("")) == len(TERMS)
