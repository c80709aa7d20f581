# SPDX-License-Identifier: GPL-3.0-or-later
"""The prompts: spoken in three languages, fit for the telephone."""

import json
import math
import os

import tap
from wav import LEFT, Wav

BUILD = os.environ.get("top_builddir", ".")
SOURCE = os.environ.get("top_srcdir", ".")
LANGUAGES = ("en", "es", "cs")


def table():
    """name -> (en, es, cs)"""
    texts = {}
    path = os.path.join(SOURCE, "share/prompts/prompts.txt")
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                name, *spoken = (part.strip() for part in line.split("|"))
                texts[name] = tuple(spoken)
    return texts


def samples_of(language, name):
    path = os.path.join(BUILD, "share/prompts", language, name + ".wav")
    with open(path, "rb") as prompt:
        return Wav(prompt.read(), channels=1).channel(LEFT)


def level_db(samples):
    mean = sum(s * s for s in samples) / len(samples)
    return 10 * math.log10(mean / 32768**2) if mean else -math.inf


def every_prompt_has_three_texts():
    """every prompt has a text in English, Spanish and Czech, or in none"""
    for name, spoken in table().items():
        assert len(spoken) == 3, name
        assert all(spoken) or not any(spoken), name


def every_prompt_is_mono_8_khz():
    """every prompt is 8 kHz mono mu-law, and between half a second and ten long; what
    lists the keys of a box may take twenty, as any of them ends it"""
    for name in table():
        for language in LANGUAGES:
            seconds = len(samples_of(language, name)) / 8000
            longest = 20 if name.startswith("mailbox_") else 10
            assert 0.5 <= seconds <= longest, (language, name, seconds)


def all_are_equally_loud():
    """no prompt is more than 3 dB louder than another, and none clips"""
    for name, spoken in table().items():
        for language in LANGUAGES if all(spoken) else ():
            samples = samples_of(language, name)
            level = level_db(samples)
            assert -24.5 < level < -21.5, (language, name, level)
            assert max(map(abs, samples)) < 32000, (language, name)


def silence_is_silent():
    """the prompt without a text is silent"""
    for language in LANGUAGES:
        assert not any(samples_of(language, "silence"))


def the_languages_differ():
    """what is said in one language sounds different in the others"""
    for name, spoken in table().items():
        if all(spoken):
            sounds = {tuple(samples_of(lang, name)) for lang in LANGUAGES}
            assert len(sounds) == 3, name


def flows_play_what_there_is():
    """the flow we deliver plays prompts that we deliver"""
    path = os.path.join(SOURCE, "share/flows/main.json")
    with open(path, encoding="utf-8") as text:
        nodes = json.load(text)["nodes"]
    prompts = {node["prompt"] for node in nodes if "prompt" in node}
    assert prompts and prompts <= set(table()), prompts - set(table())


tap.run(
    every_prompt_has_three_texts,
    every_prompt_is_mono_8_khz,
    all_are_equally_loud,
    silence_is_silent,
    the_languages_differ,
    flows_play_what_there_is,
)
