"""Whether a question gets its answer in time, as `answered-too-late` judges it."""

from klantreis.model.slot import Wish
from klantreis.site.register import Register

LATE = "late"


def state_of(register: Register, wish: Wish) -> str:
    """Return how far the answer to `wish` has come; `late` where whoever asks has passed on by then."""
    return LATE if wish.kind == "question" and _is_late(register, wish) else wish.state


def _is_late(register: Register, wish: Wish) -> bool:
    asked, served = wish.last_stage, wish.served_in
    if asked is None or served is None or register.project.doubt.may_meet(wish):
        return False
    journey = register.project.journey_by_id[wish.journey]
    return journey.position(served) > journey.position(asked) and not journey.run_together(asked, served)
