"""What every extractor must do, whatever it reads; each extractor's tests inherit this."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ziarchive.extract.clean import clean
from ziarchive.model import ReadState
from ziarchive.ports import Extracted, Extractor


class ExtractorContract:
    """Inherit, and give `extractor`, `sample` (a readable file) and `words` (what its pages say)."""

    extractor: Extractor
    words: tuple[str, ...]
    """One text found on each page of the sample."""

    @pytest.fixture
    def sample(self, tmp_path: Path) -> Path:
        raise NotImplementedError

    def extract(self, path: Path) -> Extracted:
        return type(self).extractor(path)

    def test_reads_its_own_kind_page_by_page(self, sample: Path) -> None:
        """A readable file gives each page's words, the reader's name and no reason."""
        found = self.extract(sample)
        assert (found.state, found.why) == (ReadState.OK, "")
        assert found.text_from and "/" in found.media_type
        assert len(found.pages) == len(self.words)
        assert all(word in page for word, page in zip(self.words, found.pages, strict=True))

    def test_gives_clean_text_and_leaves_the_file_alone(self, sample: Path) -> None:
        """The text needs no more cleaning and can be stored as UTF-8; no file is changed or made beside it."""
        before = sample.read_bytes(), sorted(sample.parent.iterdir())
        for page in self.extract(sample).pages:
            assert clean(page) == page
            page.encode()
        assert (sample.read_bytes(), sorted(sample.parent.iterdir())) == before

    def test_reads_a_name_in_any_script(self, sample: Path) -> None:
        """Spaces, dots and letters of any script in a name are no obstacle."""
        odd = sample.rename(sample.with_name(f"Évaluasi «№ 5» — ありがとう .x{sample.suffix}"))
        assert self.extract(odd).state is ReadState.OK

    # The sample is never changed, and each class that inherits this law is a law of its own.
    @settings(
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
        database=None,
    )
    @given(cut=st.floats(0, 0.98), noise=st.binary(max_size=40))
    def test_a_damaged_file_is_a_state_with_a_reason(
        self, sample: Path, settle: Callable[[Extractor, Path], Extracted], cut: float, noise: bytes
    ) -> None:
        """Cut anywhere, and with rubbish appended, a file ends in a state; without pages, with a reason."""
        whole = sample.read_bytes()
        broken = sample.with_name("broken")
        broken.write_bytes(whole[: int(len(whole) * cut)] + noise)
        found = settle(type(self).extractor, broken)
        assert isinstance(found.state, ReadState)
        assert found.why or found.state is ReadState.OK
        assert not found.state.failed or not any(found.pages)
