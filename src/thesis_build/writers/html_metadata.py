"""What machines read in the HTML edition: tags for scholarly indexes, and a schema.org record."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.model import Project, Settings


def basis(project: Project) -> dict[str, Any]:
    """The work that `based-on` names, as a schema.org record; empty where there is none."""
    key = project.settings.based_on
    for fields in (pandoc_ast.meta_fields(reference) for reference in project.library.references if key):
        if pandoc_ast.meta_text(fields["id"]) != key:
            continue
        people = [_name(pandoc_ast.meta_fields(person)) for person in pandoc_ast.meta_items(fields.get("author"))]
        work: dict[str, Any] = {"@type": "CreativeWork", "name": pandoc_ast.meta_text(fields["title"])}
        return work | {"author": [{"@type": "Person", "name": name} for name in people]} if people else work
    return {}


def _name(person: dict[str, Any]) -> str:
    return " ".join(pandoc_ast.meta_text(person[part]) for part in ("given", "family", "literal") if part in person)


def meta(settings: Settings, languages: Collection[str], source: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Highwire tags (and Dublin Core languages and source), which scholarly indexes read; only what is known."""
    first = settings.languages[0]
    yield {"name": "citation_title", "content": settings.title[first]}
    for author in settings.authors:
        yield {"name": "citation_author", "content": author.name}
        if author.orcid:
            yield {"name": "citation_author_orcid", "content": f"https://orcid.org/{author.orcid}"}
    yield {"name": "citation_publication_date", "content": settings.date.strftime("%Y/%m/%d")}
    yield {"name": "citation_language", "content": first}
    for tag in languages:
        yield {"name": "DC.language", "content": tag}
    if settings.institution:
        name = settings.institution.get(first) or next(iter(settings.institution.values()))
        yield {"name": "citation_dissertation_institution", "content": name}
    for keyword in dict.fromkeys(k for tag in languages for k in settings.keywords.get(tag, ())):
        yield {"name": "citation_keywords", "content": keyword}
    if settings.url:
        yield {"name": "citation_fulltext_html_url", "content": settings.url}
    if source:
        names = ", ".join(author["name"] for author in source.get("author", ()))
        yield {"name": "DCTERMS.source", "content": ": ".join(filter(None, (names, source["name"])))}


def record(settings: Settings, languages: Collection[str], source: dict[str, Any]) -> dict[str, Any]:
    """The work as a schema.org record, with that of the work it rests on."""
    record: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "name": [{"@language": tag, "@value": settings.title[tag]} for tag in languages],
        "datePublished": settings.date.isoformat(),
        "inLanguage": list(languages),
        "keywords": [k for tag in languages for k in settings.keywords.get(tag, ())],
        "accessMode": ["textual", "visual"],
        "accessModeSufficient": ["textual"],
        "accessibilityFeature": ["structuralNavigation", "tableOfContents", "alternativeText", "MathML"],
        "accessibilityHazard": "none",
    }
    if settings.authors:
        record["author"] = [
            {"@type": "Person", "name": a.name, **({"@id": f"https://orcid.org/{a.orcid}"} if a.orcid else {})}
            for a in settings.authors
        ]
    if source:
        record["isBasedOn"] = source
    if settings.type:
        record["description"] = [{"@language": tag, "@value": text} for tag, text in settings.type.items()]
    return record
