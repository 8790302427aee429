"""Items that were read before, so that two versions of a project cost little more than one."""

from collections.abc import Iterable, Mapping, Sequence

from klantreis.read.item import Read
from klantreis.read.item_record import ItemSpec
from klantreis.read.project import ReadItems


class Memory:
    """Keeps what reading each text gave, as long as the same is asked of it."""

    def __init__(self) -> None:
        self._spec: ItemSpec | None = None
        self._reads: dict[str, tuple[int, Read]] = {}

    def around(self, read: ReadItems) -> ReadItems:
        """Return a way to read items that leaves to `read` only what is not known yet."""

        def remembered(paths: Sequence[str], texts: Mapping[str, str], spec: ItemSpec) -> Iterable[Read]:
            if spec != self._spec:
                self._spec, self._reads = spec, {}
            marks = {path: kept[0] for path, kept in self._reads.items()}
            new = [path for path in paths if path not in marks or marks[path] != hash(texts[path])]
            for path, found in zip(new, read(new, texts, spec), strict=True):
                self._reads[path] = (hash(texts[path]), found)
            return [self._reads[path][1] for path in paths]

        return remembered
