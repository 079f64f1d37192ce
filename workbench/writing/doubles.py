"""Words that may stand twice in a row."""

from __future__ import annotations

_MAY = {
    "en": "that had is was her you it do so very very many no bye ha hear there now in on really far long had who "
    "yes knock please never much more up out",
    "de": "die der das den dem sie ihr wir uns sehr ganz viel nein ja ha wenn so sich was es er zu nie mehr",
    "fr": "nous vous très bien si non oui tout petit ha en plus la le les a est loin jamais peu vraiment beaucoup",
    "es": "no sí muy poco casi ya tan así que lo ha nunca mucho más bien luego",
    "it": "no sì così poco quasi via ora molto ben lì là piano appena mano ha mai tutto più bene subito",
    "pt": "não sim muito logo quase já pouco ha nunca tudo bem mais se a",
    "ca": "no sí molt ben poc gairebé",
    "gl": "non si moi case ben",
    "nl": "die dat ze zij u het is er haar hun je in op aan voor zijn hebben heel zeer was ha nee ja wat nooit jullie",
    "af": "dat nie baie hulle haar",
    "sv": "det den som är på om mycket ha nej ja för av till aldrig långt in",
    "da": "det den som er på om meget ha nej ja for af til der aldrig",
    "nb": "det den som er på om veldig ha nei ja for av til der aldri",
    "nn": "det den som er på om veldig ha nei ja for av til der aldri",
    "pl": "bardzo nie tak ha dużo co nigdy",
    "cs": "velmi ne ano ha moc co nikdy",
    "sk": "veľmi nie áno ha moc čo nikdy",
    "ru": "очень нет да ха это что давно никогда",
    "uk": "дуже ні так ха це що давно ніколи",
    "bg": "много не да ха",
    "fi": "hyvin ei se sen ha ne niin on",
    "hu": "az egy ez már nagyon nem ha azt",
    "ro": "foarte nu da ha",
    "el": "πολύ όχι ναι το του της σιγά λίγο",
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
