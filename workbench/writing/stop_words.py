"""The commonest small words of the large languages: enough to tell that a sentence is in another one.

A detector such as py3langid takes 0.5 s to load and errs on one short sentence in a hundred; these words
are looked up in microseconds and say nothing where they are not sure.
"""

from __future__ import annotations

from workbench.items.small_words import words_in_small

_LISTS = {
    "en": "the a in on it as at be he she you we who and of to is "
    "was that with for are this have from they his her but not been were which will by",
    "es": "de la en a que se no un y lo le los las que del "
    "una por con para su como más pero fue está son este esta sus había al",
    "fr": "de la à en un il a l d du ne se on par n s qu elle les des "
    "et est une que qui dans pour pas au sur avec ce cette sont été aux mais plus son ses",
    "de": "der die das und ist nicht ein eine mit den dem des auf für sich von wurde auch als bei nach dass",
    "it": "e a in un della lo che di una per con sono della nel dei gli alla più anche è stato non del si da le i ha",
    "pt": "de a um no na se mas os as que uma não com para por do da dos das mais foi ao pelo pela são seu sua em e é",
    "nl": "de het een van en is dat op te niet met voor zijn aan er door ook werd bij naar hij heeft",
    "sv": "och att det som en på är av för med den till inte har de ett om han var från",
    "da": "og at det som en på er af for med den til ikke har de et om han var fra",
    "nb": "og at det som en på er av for med den til ikke har de et om han var fra",
    "pl": "i w na z się nie to że do jest o jak od po przez dla był są które jego",
    "cs": "a v na se že je to s z do o jako pro ale jsou by byl které po jeho",
    "ro": "se un că le al ale în de la cu pe nu este a din o care mai pentru că sunt fost au său dar",
    "hu": "a az és hogy nem is egy ez volt meg csak de mint már vagy még van azt",
    "fi": "ja on ei että se oli hän joka ovat mutta kuin myös sen tai ole voi kun hänen",
    "tr": "ve bir bu için da de ile olarak olan çok daha en gibi kadar sonra ama ne ise",
    "ru": "и в не на что с по как это из его от для был но у за к о они",
    "uk": "і в не на що з до як це його та від для був але у за про вони й",
}
_SETS = {code: frozenset(words.split()) for code, words in _LISTS.items()}
# Neighbours share their small words: one is not told from the other.
_FAMILIES = (("sv", "da", "nb"), ("es", "pt", "it"), ("ru", "uk"), ("pl", "cs"), ("fr", "it", "ro"))
_LEAST = 4
_LEAST_SHARE = 0.2


def small_words(code: str) -> frozenset[str]:
    """Return the commonest small words of a language; none where there is no list. Takes a primary code."""
    return _SETS.get(code, frozenset())


def other_language(text: str, code: str) -> str:
    """Return the code of the language a text is plainly in when that is not `code`; "" if it may be in `code`.

    Args:
        text: A sentence.
        code: Primary code of the language it should be in; without a list for it there is no answer.
    """
    own = _SETS.get(code)
    if own is None:
        return ""
    words = words_in_small(text)
    hits = sum(map(own.__contains__, words))
    if len(words) < 2 * _LEAST or hits * 8 > len(words):
        return ""
    kin = {relative for family in _FAMILIES if code in family for relative in family}
    counts = {
        other: sum(word in theirs for word in words)
        for other, theirs in _SETS.items()
        if other != code and other not in kin
    }
    likeliest = max(counts, key=lambda other: counts[other])
    return likeliest if counts[likeliest] >= max(_LEAST, 4 * hits, _LEAST_SHARE * len(words)) else ""
