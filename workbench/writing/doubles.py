"""Words that may stand twice in a row."""

from __future__ import annotations

_MAY = {
    "en": "that had is was her you it do so very many no bye ha hear there now really far long who yes knock please "
    "never much more",
    "de": "die der das den dem sie ihr wir uns sehr ganz viel nein ja ha wenn so was es er zu nie mehr",
    "fr": "nous vous très bien si non oui tout petit ha plus loin jamais peu vraiment beaucoup",
    "es": "no sí muy poco casi ya tan así nunca mucho más bien luego",
    "it": "no sì così poco quasi via ora molto ben lì là piano appena mano mai tutto più bene subito",
    "pt": "não sim muito logo quase já pouco ha nunca tudo bem mais se",
    "ca": "no sí molt ben poc gairebé",
    "gl": "non si moi case ben",
    "nl": "die dat ze zij u het is haar hun je zijn hebben heel zeer was ha nee ja wat nooit jullie",
    "af": "dat nie baie hulle haar",
    "sv": "det den mycket ha nej ja aldrig långt",
    "da": "det den meget ha nej ja der aldrig",
    "nb": "det den veldig ha nei ja der aldri",
    "nn": "det den veldig ha nei ja der aldri",
    "pl": "bardzo nie tak ha dużo nigdy",
    "cs": "velmi ne ano ha moc nikdy",
    "sk": "veľmi nie áno ha moc nikdy",
    "ru": "очень нет да ха это давно никогда",
    "uk": "дуже ні так ха це давно ніколи",
    "bg": "много не да ха",
    "fi": "hyvin ei se sen ha ne niin",
    "hu": "az egy ez már nagyon nem ha",
    "ro": "foarte nu da ha",
    "el": "πολύ όχι ναι του της σιγά λίγο",
    "ar": "جدا جدًا",
    "he": "מאוד",
}
# Scripts without capitals spell out the letters of names: CNN is "سي إن إن".
_SPELT_OUT = frozenset({"ar", "he", "yi"})
_LONGEST_NAME = 3
_WORDS = {code: frozenset(words.split()) for code, words in _MAY.items()}
# Where a doubled word is a word of the grammar: "yavaş yavaş", "धीरे धीरे", "pelan pelan".
_FREELY = frozenset(
    (
        "tr",
        "az",
        "kk",
        "ky",
        "uz",
        "tk",
        "tt",
        "hi",
        "mr",
        "ne",
        "bn",
        "gu",
        "pa",
        "ur",
        "ta",
        "te",
        "kn",
        "ml",
        "si",
        "id",
    )
    + ("ms", "tl", "vi", "jv", "su", "sw", "ko", "fa", "hy", "ka", "eu", "haw", "mi")
)


def may_double(word: str, code: str) -> bool:
    """Say whether a word, in small letters, may rightly stand twice in a row in a language (primary code)."""
    if code in _SPELT_OUT and len(word) <= _LONGEST_NAME:
        return True
    return word in _WORDS.get(code, frozenset())


def doubles_freely(code: str) -> bool:
    """Say whether a language (primary code) doubles any word as it pleases."""
    return code in _FREELY
