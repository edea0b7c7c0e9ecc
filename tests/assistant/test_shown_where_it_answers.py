"""Of a long sentence that part is shown which answers: by the wording of the report behind an English word, by what is
so in the case that is asked about; who takes the lead in a piece of work ranks first in nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.kinds import Kind
from assistant.compose.lists.leading_group import _asks
from assistant.compose.sentences.windows import telling
from assistant.compose.tables.extremes import asks_extreme
from assistant.evidence.statements import build_index
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH HÀ LINH

KẾ HOẠCH
Phát động thi đua trồng rừng năm 2032

I. YÊU CẦU
Đẩy mạnh dân vận ở xã vùng cao, giao rừng cho từng hộ, chọn giống cây hợp với đất; lấy già làng làm chỗ dựa, lấy rừng \
sống sau ba năm làm thước đo.
Trong tháng 3/2032, tỉnh đã ban hành kế hoạch và lập 02 đội trồng rừng tại các huyện ven sông.

II. TRAO CỜ
Xã thuộc nhóm dẫn đầu, có rừng trồng lớn, có vườn ươm riêng, nhưng nộp hồ sơ chậm, thì tỉnh chọn xã xếp sau, trao cờ \
trong phiên gần nhất.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("shown-where-it-answers"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "ke-hoach.txt"), REPORT.encode(), "ke-hoach.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "of", "shown"),
    [
        ("What is taken as the yardstick in highland communes?", "dân vận", "thước đo"),
        ("What if a commune in the leading group files its papers late?", "nhóm dẫn đầu", "xếp sau, trao cờ"),
    ],
)
def test_the_part_is_shown_that_answers(question: str, of: str, shown: str) -> None:
    lexicon = default_lexicon()
    index = build_index(read_bytes(REPORT.encode(), "ke-hoach.txt").report, (), (), lexicon)
    statement = next(s for s in index.statements if of in s.quote)
    assert shown in telling(understand(question, lexicon), statement, 22)


@pytest.mark.parametrize(
    "question",
    [
        "Which office takes the lead in spreading word of the movement, and who helps it?",
        "Which body leads the preparing of the list?",
    ],
)
def test_who_takes_the_lead_in_some_work_ranks_first_in_nothing(question: str) -> None:
    assert not asks_extreme(understand(question, default_lexicon()))


def test_how_the_leading_groups_differ_is_asked_of_each_kind() -> None:
    text = "Để được trao cờ, sở và xã phải nằm trong nhóm dẫn đầu khác nhau thế nào?"
    assert _asks(understand(text, default_lexicon()))


def test_that_there_is_a_team_does_not_say_who_is_in_it(assistant: Assistant) -> None:
    assert assistant.ask("Đội trồng rừng lập tháng 3/2032 gồm những thành viên nào?").abstained


@pytest.mark.parametrize("text", ["Which documents make up the dossier?", "Which papers are needed for the file?"])
def test_what_a_file_is_made_of_is_a_list(text: str) -> None:
    assert understand(text, default_lexicon()).is_(Kind.LIST)
