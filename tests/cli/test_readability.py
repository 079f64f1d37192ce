import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.conftest import SEED
from workbench.cli.readability import readability
from workbench.readability.report import analyse_sentences

ROOT = Path(__file__).resolve().parents[2]

PLAIN = (
    "The council met on Monday. It talked about the new bridge. Many people came to the hall to hear what was said. "
    "Most of them want the bridge, but some fear the noise. The mayor said that the work would start in the spring. "
    "She hopes that it will be done in two years. The price is not known yet. A first plan speaks of nine million. "
    "The state may pay half of it. The rest has to come from the town. There will be a vote in June. "
    "Until then the plan is open to all in the town hall, and the mayor will answer what is asked each Friday. "
    "The paper will tell more of it next week.\n"
)
LONG = (
    "Notwithstanding the considerable reservations that representatives of neighbouring municipalities, whose "
    "administrations had repeatedly emphasised the environmental consequences of comparable infrastructure, "
    "expressed throughout the consultation which the regional government, after extraordinary parliamentary "
    "pressure, reluctantly organised, construction is scheduled to commence immediately.\n"
)
SPANISH = (
    "El consejo se reunió el lunes. Habló del puente nuevo. Mucha gente vino a la sala para oír lo que se decía. "
    "La mayoría quiere el puente, pero algunos temen el ruido. La alcaldesa dijo que la obra empezará en primavera. "
    "Espera que esté lista en dos años. Aún no se sabe el precio. Un primer plan habla de nueve millones. "
    "El estado puede pagar la mitad. El resto tiene que venir del pueblo. Habrá un voto en junio. "
    "Hasta entonces el plan está abierto a todos en el ayuntamiento, y la alcaldesa responderá cada viernes. "
    "El diario contará más la semana que viene.\n"
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command in this process, in an empty folder, with a data folder of its own."""
    monkeypatch.setenv("WORKBENCH_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)

    def call(*arguments, given=None):
        return CliRunner().invoke(readability, [str(each) for each in arguments], input=given)

    return call


def test_a_text_is_measured_for_people(run, tmp_path):
    (tmp_path / "a.txt").write_text(PLAIN + LONG)
    result = run("a.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "a.txt: English, recognised from the text"
    found = json.loads(run("a.txt", "--json").stdout)
    report = analyse_sentences([sentence["text"] for sentence in found["sentences"]], "en")
    words = [line.split() for line in lines]
    assert ["words", str(report.counts.words)] in words
    assert ["Flesch", "Reading", "Ease", f"{report.primary.value:.1f}", *report.primary.band.name.split()] in words
    assert any(
        line.startswith("  SMOG ") and line.endswith("Under 30 sentences SMOG is not reliable.") for line in lines
    )
    assert "Hard sentences: 1 of 14:" in lines
    hard = lines.index("Hard sentences: 1 of 14:")
    assert lines[hard + 1].startswith("  14  very hard: ")
    assert {"length", "long words"} <= set(lines[hard + 1].partition(": ")[2].split(", "))
    assert lines[hard + 2].strip().startswith("Notwithstanding the considerable reservations")


def test_json_has_the_report_with_every_sentence(run):
    result = run("-", "--lang", "en_GB", "--json", given=PLAIN + LONG)
    found = json.loads(result.stdout)
    texts = [sentence["text"] for sentence in found["sentences"]]
    assert "\n".join(texts).replace("\n", "") == "".join(texts)
    expected = analyse_sentences(texts, "en", with_mattr=True).to_json()
    assert {name: found[name] for name in expected if name != "sentences"} == {
        name: value for name, value in expected.items() if name != "sentences"
    }
    for sentence, counts in zip(found["sentences"], expected["sentences"], strict=True):
        assert sentence | counts == sentence
        assert all(sentence["text"][span["start"] : span["end"]] == span["text"] for span in sentence["passives"])
        assert set(sentence["difficulty"]) == {"level", "value", "reasons"}
    assert found["sentences"][-1]["difficulty"]["level"] == "very_hard"
    assert found["sentences"][0]["difficulty"] | {"value": 0} == {"level": "plain", "value": 0, "reasons": []}


def test_a_measure_that_is_not_defined_says_why(run):
    said = " Under 50 words the moving-average type-token ratio is not defined."
    lines = run("-", "--lang", "en", given="The cat sleeps.").stdout.splitlines()
    assert [line.split() for line in lines if line.endswith(said)] == [["MATTR", "–", *said.split()]]
    assert said not in run("-", "--lang", "en", given=PLAIN).stdout


def test_the_reading_time_says_when_it_is_that_of_reading_aloud(run):
    english, spanish, polish = (
        run("-", "--lang", code, given=text) for code, text in (("en", PLAIN), ("es", SPANISH), ("pl", "Ala ma kota."))
    )
    assert "Reading time: 30 s" in english.stdout.splitlines()
    assert any(line.startswith("Reading time: ") and line.endswith(" s, aloud") for line in spanish.stdout.splitlines())
    assert "Reading time: 1 s, aloud" in polish.stdout.splitlines()
    assert "Reading time: –" in run("-", "--lang", "el", given="Η γάτα κοιμάται.").stdout.splitlines()
    found = json.loads(run("-", "--lang", "es", "--json", given=SPANISH).stdout)
    assert (found["reading_aloud"], found["reading_seconds"] > 20) == (True, True)


@pytest.mark.parametrize(
    ("code", "text", "says", "passives", "adverbs"),
    [
        (
            "en",
            "The plan was written by two men. It was rejected quickly.",
            ["Passive voice: 2, in 2 sentences", "Adverbs: 1, in 1 sentence"],
            [["was written"], ["was rejected"]],
            [[], ["quickly"]],
        ),
        ("en", "The cat sleeps.", ["Passive voice: none", "Adverbs: none"], [[]], [[]]),
        ("de", "Der Plan wurde abgelehnt.", ["Passive voice: 1, in 1 sentence"], [["wurde abgelehnt"]], [None]),
        ("pl", "Plan został odrzucony.", [], [None], [None]),
    ],
)
def test_passives_and_adverbs_are_counted_where_there_is_a_rule(run, code, text, says, passives, adverbs):
    lines = run("-", "--lang", code, given=text).stdout.splitlines()
    assert [line for line in lines if line.startswith(("Passive", "Adverbs"))] == says
    sentences = json.loads(run("-", "--lang", code, "--json", given=text).stdout)["sentences"]
    for name, expected in (("passives", passives), ("adverbs", adverbs)):
        words = [spans and [span["text"] for span in spans] for spans in (each[name] for each in sentences)]
        assert words == expected


def test_the_profile_has_a_point_for_each_paragraph(run):
    found = json.loads(run("-", "--lang", "en", "--json", given=PLAIN + LONG).stdout)
    assert [(point["index"], point["sentences"]) for point in found["profile"]] == [(1, 13), (2, 1)]
    assert found["profile"][1]["hard_share"] == 1


def test_the_seed_article_is_read_as_the_desk_reads_it(run):
    found = json.loads(run(SEED, "--json").stdout)
    assert len(found["sentences"]) == 34
    assert all(sentence["text"] not in ("-", "|#+|") for sentence in found["sentences"])


def test_under_a_hundred_words_there_are_only_counts(run):
    result = run("-", "--lang", "en", given="The cat sleeps in the house.")
    assert result.exit_code == 0
    assert "  Under 100 words a score is not reliable." in result.stdout.splitlines()
    assert "Flesch" not in result.stdout
    assert json.loads(run("-", "--lang", "en", "--json", given="The cat sleeps.").stdout)["scores"]["flesch"]["value"]


@pytest.mark.parametrize(
    ("code", "text", "says"),
    [
        (
            "pl",
            "Ala ma kota. Kot ma Alę.",
            "There is no validated formula for Polish: those of other languages were fitted to their readers.",
        ),
        (
            "ar",
            "ذهب الولد إلى المدرسة. ثم عاد إلى البيت.",
            "There is no validated formula for Arabic: those of other languages were fitted to their readers.",
        ),
        (
            "zh",
            "猫在睡觉。狗在跑。",
            "There is no validated formula for Chinese: those of other languages were fitted to their readers.",
        ),
        ("en", "猫在睡觉。狗在跑。", "Most of these words are not written in the script of English."),
        ("en", "... !!! ???", "There are no words to score."),
        (
            "tlh",
            "tlhIngan Hol Dajatlh'a'?",
            "There is no validated formula for Klingon: those of other languages were fitted to their readers.",
        ),
    ],
)
def test_where_there_is_no_score_the_reason_is_said(run, code, text, says):
    result = run("-", "--lang", code, given=text)
    assert result.exit_code == 0, result.stderr
    assert f"  {says}" in result.stdout.splitlines()


def test_of_many_hard_sentences_the_ten_hardest_are_listed_the_worst_first(run):
    text = "\n".join(f"{'Then ' * n}{LONG.strip()}" for n in range(12)) + "\n" + PLAIN
    few, every = (
        run("-", "--lang", "en", *option, given=text).stdout.splitlines() for option in ((), ("--sentences",))
    )
    assert "Hard sentences: 12 of 25, the 10 hardest:" in few
    assert "Hard sentences: 12 of 25:" in every
    values = [
        each["difficulty"]["value"]
        for each in json.loads(run("-", "--lang", "en", "--json", given=text).stdout)["sentences"]
    ]
    listed = [int(line.split()[0]) for line in every[every.index("Hard sentences: 12 of 25:") + 1 :: 2]]
    assert listed == sorted(range(1, 13), key=lambda position: (-values[position - 1], position))
    assert few[-20:] == every[every.index("Hard sentences: 12 of 25:") + 1 :][:20]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("gone.txt", None, "gone.txt: There is no such file. Check the name."),
        ("empty.txt", b"", "empty.txt: There is no text. Paste"),
        ("blank.txt", b" \n\t\n", "blank.txt: There is no text"),
        ("nul.txt", b"a\x00b", "nul.txt: There are NUL bytes"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00", "picture.png: "),
        ("marks.txt", b"***\n\n***\n", "marks.txt: There are only marks in it"),
        ("numbers.txt", b"1 2 3 4", "Say which language it is: --lang en"),
        (".", None, ".: This is a folder. Give one of its files."),
    ],
)
@pytest.mark.parametrize("command", [(), ("compare", "good.txt")])
def test_a_file_that_cannot_be_used_is_named_with_status_1(run, tmp_path, name, content, says, command):
    (tmp_path / "good.txt").write_text(PLAIN)
    if content is not None:
        (tmp_path / name).write_bytes(content)
    result = run(*command, name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert says.replace("--lang", "--to" if command else "--lang") in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "Usage: readability [OPTIONS] FILE"),
        (("",), "empty"),
        (("a.txt", "b.txt"), "unexpected extra argument"),
        (("a.txt", "--lang", "xx-nonsense"), "xx-nonsense"),
        (("a.txt", "--nonsense"), "--nonsense"),
        (("compare", "a.txt"), "TARGET"),
        (("compare", "a.txt", "b.txt", "--from", "xx-nonsense"), "xx-nonsense"),
        (("compare", "-", "-"), "Only one"),
        (("--json",), "FILE"),
    ],
)
def test_wrong_usage_is_said_with_status_2(run, tmp_path, arguments, says):
    (tmp_path / "a.txt").write_text(PLAIN)
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr


def test_a_text_that_is_too_long_says_what_to_do(run, tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_MAX_TEXT_CHARS", "100")
    result = run("-", given=PLAIN)
    assert result.exit_code == 1
    assert "WORKBENCH_MAX_TEXT_CHARS" in result.stderr


def test_another_encoding_is_read_with_a_warning(run, tmp_path):
    (tmp_path / "a.txt").write_bytes(SPANISH.encode("latin-1"))
    result = run("a.txt", "--json")
    assert result.exit_code == 0
    assert "a.txt: The file is not UTF-8" in result.stderr
    assert json.loads(result.stdout)["language"] == "es"


def test_a_file_with_the_name_of_the_command_is_reached_by_a_path(run, tmp_path):
    (tmp_path / "compare").write_text(PLAIN)
    assert run("./compare").stdout.startswith("./compare: English")
    assert run("--lang", "en", "./compare").exit_code == 0


def test_options_may_stand_on_either_side_of_the_file(run, tmp_path):
    (tmp_path / "a.txt").write_text(PLAIN)
    assert run("--json", "--lang", "en", "a.txt").stdout == run("a.txt", "--lang", "en", "--json").stdout


@pytest.mark.parametrize(
    ("arguments", "usage"),
    [
        (("--help",), "Usage: readability [OPTIONS] FILE"),
        (("compare", "--help"), "Usage: readability compare [OPTIONS] SOURCE TARGET"),
    ],
)
def test_both_have_their_own_help(run, arguments, usage):
    result = run(*arguments)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, usage)


def test_escape_sequences_in_a_text_do_not_reach_the_terminal(run):
    text = LONG.replace("considerable", "\x1b]0;owned\x07considerable") + PLAIN
    result = run("-", "--lang", "en", given=text)
    assert "owned" in result.stdout
    assert "\x1b" not in result.stdout
    assert "\x07" not in result.stdout


class TestTextstat:
    def test_both_values_stand_side_by_side_with_the_reason_of_a_difference(self, run):
        result = run("-", "--lang", "es", "--textstat", given=SPANISH)
        lines = result.stdout.splitlines()
        rows = [line.split() for line in lines[lines.index("Beside textstat") + 1 :]]
        assert rows[0] == ["ours", "textstat"]
        found = json.loads(run("-", "--lang", "es", "--textstat", "--json", given=SPANISH).stdout)
        entry = next(entry for entry in found["textstat"] if entry["id"] == "szigriszt_pazos")
        assert entry["ours"] == found["scores"]["szigriszt_pazos"]["value"]
        (row,) = (row for row in rows if row[0] == "Szigriszt-Pazos")
        assert row[1:3] == [f"{entry['ours']:.1f}", f"{entry['value']:.1f}"]
        assert " ".join(row[3:]) == entry["explanation"]

    def test_where_textstat_fails_the_reason_is_said(self, run):
        result = run("-", "--lang", "en", "--textstat", given=PLAIN)
        found = json.loads(run("-", "--lang", "en", "--textstat", "--json", given=PLAIN).stdout)
        for entry in found["textstat"]:
            assert (entry["value"] is None) == bool(entry["reason"])
            assert entry["reason"] in result.stdout
        assert "textstat" not in json.loads(run("-", "--lang", "en", "--json", given=PLAIN).stdout)

    def test_it_has_nothing_for_chinese(self, run):
        result = run("-", "--lang", "zh", "--textstat", given="猫在睡觉。狗在跑。")
        assert (result.exit_code, result.stdout.splitlines()[-1]) == (
            0,
            "Beside textstat: it has nothing for a text like this.",
        )


class TestCompare:
    def test_both_sides_and_the_verdict_are_printed(self, run, tmp_path):
        (tmp_path / "a.txt").write_text(PLAIN)
        (tmp_path / "a.es.txt").write_text(SPANISH)
        result = run("compare", "a.txt", "a.es.txt", "--from", "en", "--to", "es")
        assert (result.exit_code, result.stderr) == (0, "")
        lines = result.stdout.splitlines()
        assert [line.split() for line in lines[:3]] == [
            ["source", "target"],
            ["file", "a.txt", "a.es.txt"],
            ["language", "English", "Spanish"],
        ]
        assert any(line.startswith("score") and "Flesch" in line and "Szigriszt-Pazos" in line for line in lines)

    def test_json_has_both_reports_and_the_drift(self, run, tmp_path):
        (tmp_path / "a.txt").write_text(PLAIN)
        (tmp_path / "a.es.txt").write_text(SPANISH)
        found = json.loads(run("compare", "a.txt", "a.es.txt", "--json").stdout)
        assert (found["source"]["language"], found["target"]["language"], found["paired"]) == ("en", "es", True)
        assert found["source"] == json.loads(run("a.txt", "--json").stdout)
        assert {"verdict", "components", "sentences"} <= set(found["drift"])
        assert found["drift"]["verdict"] in ("harder", "similar", "easier", "not_comparable")

    def test_merged_sentences_are_harder(self, run, tmp_path):
        (tmp_path / "a.txt").write_text(PLAIN * 3)
        (tmp_path / "merged.txt").write_text(SPANISH.replace(". ", ", y ") * 3)
        result = run("compare", "a.txt", "merged.txt", "--from", "en", "--to", "es")
        assert "The translation is harder to read" in result.stdout
        assert "so their sentences are not paired" in result.stdout
        found = json.loads(run("compare", "a.txt", "merged.txt", "--from", "en", "--to", "es", "--json").stdout)
        assert (found["drift"]["verdict"], found["paired"]) == ("harder", False)
        assert all(sentence["source"] is None for sentence in found["drift"]["sentences"])

    def test_the_sentences_responsible_are_shown_with_both_texts(self, run, tmp_path):
        (tmp_path / "a.txt").write_text(PLAIN * 3)
        heavy = "El resto, que según los cálculos de la administración regional durante las sesiones extraordinarias"
        longer = SPANISH.replace(
            "El resto tiene", f"{heavy} celebradas anteriormente asciende a varios millones, tiene"
        )
        longer = longer.replace(
            "Habrá un voto", f"{heavy} celebradas anteriormente pudieran considerarse insuficientes, habrá un voto"
        )
        (tmp_path / "b.txt").write_text(longer * 3)
        arguments = ("compare", "a.txt", "b.txt", "--from", "en", "--to", "es")
        found = json.loads(run(*arguments, "--json").stdout)
        assert (found["drift"]["verdict"], found["paired"]) == ("harder", True)
        first = found["drift"]["sentences"][0]
        assert first["target"] == found["target"]["sentences"][first["position"] - 1]["text"]
        assert first["source"] == found["source"]["sentences"][first["position"] - 1]["text"]
        lines = run(*arguments).stdout.splitlines()
        head = lines.index("Sentences that make it harder:")
        assert lines[head + 1].startswith(f"  {first['position']}  ")
        assert lines[head + 2] == f"     {first['source']}"
        assert lines[head + 3].strip().rstrip("…") in first["target"]

    @pytest.mark.parametrize(
        ("target", "code", "notes"),
        [
            (
                "Kot śpi w domu.",
                "pl",
                [
                    "Source: Under 100 words",
                    "Target: There is no validated formula for Polish: "
                    "those of other languages were fitted to their readers.",
                ],
            ),
            ("El gato duerme.", "es", ["Under 100 words a score is not reliable."]),
        ],
    )
    def test_a_side_without_a_score_says_why(self, run, tmp_path, target, code, notes):
        (tmp_path / "a.txt").write_text("The cat sleeps in the house.")
        (tmp_path / "b.txt").write_text(target)
        lines = run("compare", "a.txt", "b.txt", "--from", "en", "--to", code).stdout.splitlines()
        for note in notes:
            assert sum(line.startswith(note) for line in lines) == 1

    def test_words_are_not_compared_with_a_text_that_has_none(self, run, tmp_path):
        (tmp_path / "a.txt").write_text(PLAIN)
        (tmp_path / "b.txt").write_text(
            "议会星期一开会讨论新桥的计划，许多市民来到大厅听取意见。市长说工程将在春天开始。"
        )
        lines = run("compare", "a.txt", "b.txt", "--from", "en", "--to", "zh").stdout.splitlines()
        assert ["words", "120", "–"] in [line.split() for line in lines]
        assert (
            "Target: There is no validated formula for Chinese: those of other languages were fitted to their readers."
            in lines
        )

    def test_an_untranslated_text_is_not_comparable(self, run, tmp_path):
        (tmp_path / "a.txt").write_text(PLAIN)
        found = json.loads(run("compare", "a.txt", "a.txt", "--from", "en", "--to", "es", "--json").stdout)
        assert found["drift"]["verdict"] == "not_comparable"
        assert found["drift"]["reason"].endswith(".")


def test_its_help_imports_nothing_heavy():
    code = (
        "import sys; sys.argv = ['workbench', 'readability', '--help']\n"
        "from workbench.cli import readability\n"
        "try: readability.load().main(['--help'])\n"
        "except SystemExit: pass\n"
        "print('HEAVY', sorted({'ctranslate2', 'numpy', 'sentencepiece', 'argostranslate', 'alembic', 'textstat', "
        "'nltk', 'py3langid', 'babel', 'regex', 'icu4py', 'sqlalchemy', 'workbench.readability'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines()[-1] == "HEAVY []"


@pytest.mark.parametrize("arguments", [("{}", "--lang", "en"), ("compare", "{}", "{}", "--from", "en", "--to", "es")])
def test_a_text_in_a_given_language_is_measured_without_models(tmp_path, arguments):
    path = tmp_path / "a.txt"
    path.write_text(PLAIN)
    code = (
        "import sys\n"
        "from workbench.cli import readability\n"
        "try: readability.load().main(sys.argv[1:])\n"
        "except SystemExit as end: print('STATUS', end.code)\n"
        "print('HEAVY', sorted({'ctranslate2', 'numpy', 'sentencepiece', 'argostranslate', 'textstat', 'nltk', "
        "'py3langid', 'sqlalchemy'} & set(sys.modules)))"
    )
    words = [word.format(path) for word in arguments]
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines()[-2:] == ["STATUS 0", "HEAVY []"]
