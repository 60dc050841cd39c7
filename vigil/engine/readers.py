"""Which reader reads: the shipped one, or a language model where the user has named an endpoint."""

from __future__ import annotations

from vigil.engine.tools import Reader
from vigil.model.errors import Misuse
from vigil.settings import Settings


def open_reader(settings: Settings) -> Reader:
    """The reader that the settings ask for. Raises BadReference on damaged weights, Misuse where no model is named."""
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

    return NeuralReader.load(settings.weights or WEIGHTS, threads=settings.threads)
