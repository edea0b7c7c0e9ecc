"""The store's search as a LangChain retriever, for those who build their own chains on it."""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field

from vectorstore.library import Library
from vectorstore.search import Hit


class LibraryRetriever(BaseRetriever):
    """Finds passages in an open Library; each Document's metadata says where its words stand."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Library = Field(description="The open store", exclude=True)
    reports: tuple[str, ...] = Field(default=(), description="Ids of the reports to search; none: all")
    limit: int = Field(default=5, ge=1, description="How many passages at most")

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return [_document(hit) for hit in self.library.search(query, self.reports, self.limit)]


def _document(hit: Hit) -> Document:
    place = hit.passage.locator
    return Document(
        id=hit.passage.id,
        page_content=hit.passage.text,
        metadata={
            "report": hit.passage.report,
            "context": hit.passage.context,
            "label": place.label,
            "page": place.page,
            "block": place.block,
            "start": place.start,
            "end": place.end,
            "score": hit.score,
        },
    )
