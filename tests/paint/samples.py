"""Slides to paint: one of each kind, with words that fit and with words that do not."""

from datetime import date

from qpido_facilitator.plan import model as plan
from qpido_facilitator.show import audience as show
from qpido_facilitator.words import Words

TODAY = date(2026, 11, 24)
WORDS = Words("en")

ARABIC = "ماذا تقول لشاب أرسل صورة ثم ندم على ذلك؟"
EMOJI = "Goed zo 👍🏽 family 👨‍👩‍👧‍👦 and flags 🇳🇱"
HTML = "<b>bold</b> & <img src=x> &amp; </p>"
BREATHLESS = "aandachtsfunctionarissenoverlegvergaderingsnotulenverzameling"
LONG = "What do you say in the first five minutes when a pupil tells you that a photo goes round? " * 5

NASTY = {
    "long": LONG[:400],
    "very long": LONG * 4,
    "a long word": f"One {BREATHLESS} there",
    "arabic": ARABIC,
    "arabic and dutch": f"{ARABIC} “Ik durf het niet.” {ARABIC}",
    "emoji": EMOJI,
    "html": HTML,
    "lines": "one\ntwo\n\nfour\r\nfive\ttabbed\x00\x07",
    "one letter": "a",
}


def points(*texts):
    return tuple(plan.Point(text) for text in texts)


def item_of(kind, text, count=3):
    """Return an item of a kind that says `text` everywhere it can say something."""
    line = plan.Point(text, points=(plan.Point(text),), icon="chat")
    given = {"id": "a", "title": text, "subtitle": text, "points": (line,) * count, "footer": text}
    given["questions"] = tuple(plan.Question(id=str(at), text=text, hint=text) for at in range(count))
    for name in ("text", "term", "pronunciation", "task", "alt", "content_note"):
        if name in kind.__struct_fields__:
            given[name] = text
    if kind is plan.Harvest:
        given["of"] = "b"
    if kind is plan.Links:
        given["links"] = tuple(
            plan.Link(text, url=text, phone=text if at % 2 else "", note=text, help=bool(at % 2)) for at in range(count)
        )
    return kind(**given)


def slides_saying(text, count=3):
    """Return a slide of every kind, full of one text."""
    clock = show.ClockFace("ring", "07:24", 0.7, "15:17")
    groups = tuple(show.GroupAnswers(at, (text, text, text) if at % 3 else (), text) for at in range(1, count + 1))
    asked = plan.Question(id="q", text=text, hint=text)
    made = [
        show.slide_of(
            item_of(kind, text, count),
            WORDS,
            question=asked if kind in (plan.Harvest, plan.Discussion) else None,
            number=(1, 2),
            part_title=text,
            clock=clock,
            harvest=groups,
            today=TODAY,
            practice=True,
        )
        for kind in plan.KINDS.values()
    ]
    return [*made, show.calm_slide(WORDS), show.movie_slide("a.mp4", text, WORDS), show.share_test_slide(482, WORDS)]


def the_deck():
    """Return slides as a session has them."""

    def of(item, **more):
        return show.slide_of(item, WORDS, today=TODAY, part_title="The conversation", **more)

    def clock(kind, left):
        return show.clock_face(kind, left, 600, WORDS, "15:17" if kind != "pill" else "")

    ten = points("Exciting", "Fun", "Arousing", "Feel safe", "Attention", "To belong", "It is done", "Pressure",
                 "Tough", "Sensation")  # fmt: skip
    seven = points(*(f"Step {at}. Talk first, then gather the facts." for at in range(7)))
    asked = plan.Question(id="q", text="What do you advise about sexting?", hint="One word in the chat")
    groups = (show.GroupAnswers(1, ("First the pupil",)), show.GroupAnswers(2, (), "No time"), show.GroupAnswers(3))
    lines = tuple(plan.Link(f"Line {at}", phone="0800 2000", note="day and night", help=True) for at in range(6))
    links = tuple(plan.Link(f"Site {at}", url=f"https://site{at}.nl", note="read more") for at in range(5))
    tiles = tuple(plan.Point("Microphone off, camera on", icon="microphone-off") for _ in range(6))
    goals = tuple(plan.Point("Why it matters", points("Prevent harm")) for _ in range(3))
    question_list = plan.List(id="a", title="Why?", reveal="one-by-one", points=ten)
    return {
        "section": of(plan.Section(id="a", title="Shamesexting")),
        "rules": of(plan.Rules(id="a", title="How we work online", points=tiles)),
        "about": of(plan.About(id="a", title="Who we are", points=points("We teach.", "We help."))),
        "goals": of(plan.Goals(id="a", title="Goals of today", points=goals)),
        "text": of(plan.Text(id="a", title="Why talk", text="Who talks, notices sooner.")),
        "definition": of(plan.Definition(id="a", term="Grooming", pronunciation="/gr/", text="Adults, *so*.")),
        "list": of(question_list),
        "list revealed": of(question_list, reveal=4),
        "process": of(plan.Process(id="a", title="The process", points=points("A", "B", "C", "D", "E"))),
        "film": of(plan.Film(id="a", title="Film", content_note="Looking away is fine.")),
        "film alone": of(
            plan.Film(id="a", title="Film", link="https://a.nl", watching="by-themselves", credits="Made by us"),
            clock=clock("pill", 220),
        ),
        "movie": show.movie_slide("a.mp4", "Nobody may see it.\nNobody at all.", WORDS),
        "question": of(plan.Discussion(id="a"), question=asked, number=(1, 2), clock=clock("pill", 220)),
        "waiting": of(plan.Breakout(id="a", title="Your plan", rooms=10, questions=(asked,))),
        "breakout": of(plan.Breakout(id="a", title="Your plan", questions=(asked,) * 3), clock=clock("ring", 444)),
        "harvest": of(plan.Harvest(id="a", of="b", title="Harvest"), question=asked, harvest=groups),
        "steps": of(plan.Steps(id="a", title="What do you do?", points=seven)),
        "statement": of(plan.Statement(id="a", text="Sharing is as bad as making.", points=points("Yes", "No"))),
        "legal": of(plan.Legal(id="a", title="The law", points=points("Maybe.", "In doubt?"), review=plan.Review())),
        "links": of(plan.Links(id="a", links=lines + links)),
        "contact": of(plan.Contact(id="a", title="Call us", points=tiles[:4], subtitle="Part of Levvel")),
        "checkin": of(plan.CheckIn(id="a", title="How are you?")),
        "break": of(plan.Break(id="a", text="cameras may be off"), clock=clock("big", 462)),
        "break over": of(plan.Break(id="a", text="cameras may be off"), clock=clock("big", 0)),
        "energizer": of(plan.Energizer(id="a", title="Stand up")),
        "closing": of(plan.Closing(id="a", title="Thank you", text="Stay a while if you like.")),
        "image": of(plan.Image(id="a", title="Look", file="a.png", alt="Two people and a phone.")),
        "start": show.start_slide("Sexting and grooming", "10:00", "04:12", WORDS),
        "calm": show.calm_slide(WORDS),
        "black": show.black_slide(),
        "share test": show.share_test_slide(482, WORDS),
    }  # fmt: skip
