"""Which reader reads: the shipped one, or a language model where the user has named an endpoint."""

from __future__ import annotations

import os

from vigil.engine.tools import Reader
from vigil.model.errors import Misuse
from vigil.settings import Settings


def open_reader(settings: Settings, at_once: int = 1) -> Reader:
    """The reader that the settings ask for; ``at_once``: of how many articles it will be asked at the same time.

    Then the cores are divided among these, unless the settings say otherwise: on two, two articles read by one thread each
    take a tenth less time than by two threads each (bench.speed --compare). Raises BadReference on damaged weights, Misuse
    where no model is named.
    """
    if settings.llm_url:
        from vigil.extract.llm import Endpoint, ModelReader

        if not settings.llm_model:
            raise Misuse(
                "VIGIL_LLM_URL is set and VIGIL_LLM_MODEL is not",
                item="VIGIL_LLM_MODEL",
                advice="name the model to ask",
            )
        endpoint = Endpoint(settings.llm_url, settings.llm_model, settings.llm_key, float(settings.llm_timeout))
        return ModelReader(endpoint, settings.llm_languages)
    from vigil.extract.reader import WEIGHTS, NeuralReader

    shared = 0 if at_once <= 1 else max(1, _cores() // at_once)
    return NeuralReader.load(settings.weights or WEIGHTS, threads=settings.threads or shared)


def _cores() -> int:
    """Cores that this process may use; where the system does not say, all there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
