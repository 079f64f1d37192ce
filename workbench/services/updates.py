"""Updating an article to a newer version of its text: what did not change keeps everything that was done to it."""

from __future__ import annotations

from sqlalchemy import select

from workbench.errors import BadInput
from workbench.formats.addresses import normalise_address
from workbench.formats.document import Document
from workbench.languages import canonical, primary
from workbench.languages import language as describe
from workbench.segments.versions import Fate, Sentence, compare_versions
from workbench.services.articles import get_article
from workbench.services.contents import Contents, split_document
from workbench.services.export import read_source
from workbench.services.jobs import job_queued, requeue_translation
from workbench.services.parting import find_torn_groups, part_groups
from workbench.services.records import write_record
from workbench.services.replacing import read_sentences, replace_sentences, report_update
from workbench.services.retired import retire_texts
from workbench.services.transactions import writing
from workbench.services.update_rows import Renewal
from workbench.services.update_texts import await_changed, settle_translation
from workbench.services.views.versions import Update
from workbench.tables import Article, ArticleVersion, Translation
from workbench.tables.types import now
from workbench.wording import packed, words


class OtherLanguage(BadInput):
    """A newer version is in another language than the article."""

    title = words("This is in another language")
    hint = words("Add it as an article of its own.")


class OtherArticle(BadInput):
    """A newer version has next to nothing in common with the article."""

    status = 409
    title = words("This does not look like the same article")
    hint: str = words("Update all the same, or add it as an article of its own.")


def update_article(
    article_id: int,
    document: Document,
    *,
    source: str | None = None,
    source_url: str = "",
    reviewer_id: int | None = None,
    force: bool = False,
) -> Update:
    """Replace the text of an article; translate only what is new or changed.

    Sentences that are the same keep their translations, revisions and states, wherever they stand now. The
    others wait in every language, and jobs are queued for them. What was dropped or changed is kept with the
    version's report and comes back when the old sentence does.

    Args:
        article_id: Which article.
        document: The newer version.
        source: Code of its language, None when it is known to be the article's.
        source_url: Address it came from; "" leaves the article's as it is.
        reviewer_id: Who updates it, if known.
        force: Update even if it looks like another article.

    Raises:
        NotFound: There is no such article.
        OtherLanguage: `source` is not the language of the article.
        OtherArticle: Hardly a sentence is the same, and `force` was not given.
        BadAddress: `source_url` is not a web address.
        StorageProblem: Nothing was changed.
    """
    language = get_article(article_id).source_language
    # Recognition and a careless choice give "pt" for "pt-BR": the region makes no other language here.
    if source is not None and primary(canonical(source)) != primary(language):
        raise OtherLanguage(
            words(
                "The article is in {name}, this text in {name2}.",
                name=describe(language).name,
                name2=describe(canonical(source)).name,
            )
        )
    address = normalise_address(source_url)
    contents = split_document(document, language)
    with writing() as session:
        article = get_article(article_id)
        article.source_url = address or article.source_url
        old = read_sentences(article_id)
        blocks = document.blocks
        comparison = compare_versions(
            [Sentence(sentence.text, sentence.kind) for sentence in old],
            [Sentence(placed.sentence.text, blocks[placed.block].kind) for placed in contents.sentences],
        )
        before = read_source(article)
        if comparison.is_same and _reads_the_same(before, document):
            return Update(article_id, article.version, None)
        if comparison.is_another_article and not force:
            raise OtherArticle(words("Of {n:,} sentences hardly any stands in this text.", n=len(old)))
        moment, number = now(), article.version + 1
        changed = {old[match.old].id: old[match.old].text for match in comparison.with_fate(Fate.CHANGED)}
        gone = [old[index].id for index in comparison.dropped]
        torn = find_torn_groups(article_id, language, old, contents, comparison)
        texts = retire_texts(article_id, number, [*changed, *gone], {group.rows[0].id for group in torn}, language)
        kept = {sentence.id for sentence in old}.difference(changed, gone)
        parted = part_groups(torn, kept, moment, reviewer_id)
        await_changed(changed, moment, reviewer_id)
        new = replace_sentences(article_id, contents, old, comparison)
        places = {sentence.id: (index, sentence.block_id) for index, sentence in enumerate(old)}
        renewal = Renewal(new, {*new, *changed}, parted, places, moment, language)
        restored = sum(
            settle_translation(translation, renewal)
            for translation in session.scalars(select(Translation).where(Translation.article_id == article_id))
        )
        report = report_update(old, contents, comparison, texts, restored)
        session.add(
            ArticleVersion(
                article_id=article_id,
                number=number,
                at=moment,
                reviewer_id=reviewer_id,
                report=write_record(report),
                source=write_record(before),
            )
        )
        _describe(article, contents, number)
        session.flush()
        for translation_id in session.scalars(select(Translation.id).where(Translation.article_id == article_id)):
            requeue_translation(translation_id)
    job_queued.send()
    return Update(article_id, number, report)


def _reads_the_same(before: Document, after: Document) -> bool:
    """Whether a reader would see no difference: the same blocks of the same kind, and no other date."""
    texts = [[(block.kind, block.text.split()) for block in document.blocks] for document in (before, after)]
    return texts[0] == texts[1] and after.published in (None, before.published)


def _describe(article: Article, contents: Contents, number: int) -> None:
    document = contents.document
    article.title = contents.title
    article.published = document.published or article.published
    article.format, article.encoding, article.bom = document.format, document.encoding, document.bom
    article.warnings = "\n".join(map(packed, document.warnings))
    article.segment_count, article.word_count = len(contents.sentences), contents.words
    article.version = article.measured_version = number
    article.readability_score = contents.score
