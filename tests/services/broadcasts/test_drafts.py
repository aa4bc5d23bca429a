from datetime import timedelta

import pytest

from bot.domain.broadcasts import (
    BadFile,
    Content,
    Link,
    NotADraft,
    NotTheAuthor,
    Target,
    TooLong,
    Topic,
)
from bot.domain.errors import NotFound
from bot.domain.files import KeptFile
from bot.domain.markup import NotClosed
from bot.domain.segments import By, Exclusion
from bot.storage.transaction import Transaction
from tests.builders import NOON
from tests.mailings import COLLEAGUE, TEXT, colleague, desk, many, member, written


def test_what_is_typed_is_kept_as_safe_markup(tx: Transaction) -> None:
    content = written(tx, colleague(tx)).content
    assert (content.text, content.length) == ("<b>Олимпиада</b> &amp; конкурс", 19)


def test_what_cannot_be_sent_changes_nothing(tx: Transaction) -> None:
    author = colleague(tx)
    draft, drafts = written(tx, author), desk(tx).drafts
    with pytest.raises(NotClosed):
        drafts.write(author, draft.id, "<b>да", english=False)
    with pytest.raises(TooLong):
        drafts.write(author, draft.id, "а" * 3501, english=True)
    assert desk(tx).broadcasts.find(draft.id).content == draft.content


def test_beside_a_picture_there_is_room_for_less(tx: Transaction) -> None:
    author = colleague(tx)
    draft, drafts = written(tx, author, text="а" * 1000), desk(tx).drafts
    photo = KeptFile(id="x", photo=True)
    with pytest.raises(TooLong):
        drafts.attach(author, draft.id, photo)
    drafts.write(author, draft.id, "а" * 900, english=False)
    assert drafts.attach(author, draft.id, photo).content.file == photo
    assert drafts.attach(author, draft.id, None).content.file is None


def test_a_file_that_a_phone_may_not_open_is_refused(tx: Transaction) -> None:
    author = colleague(tx)
    sheet = KeptFile(id="x", photo=False, name="список.xlsx")
    with pytest.raises(BadFile):
        desk(tx).drafts.attach(author, written(tx, author).id, sheet)


def test_there_are_at_most_three_buttons_and_none_twice(tx: Transaction) -> None:
    author = colleague(tx)
    draft, drafts = written(tx, author), desk(tx).drafts
    for to in ("P-1", "P-2", "P-2", "P-3", "P-4"):
        draft = drafts.link(author, draft.id, Link(target=Target.PROGRAMME, to=to, label=""))
    assert [link.to for link in draft.content.buttons] == ["P-1", "P-2", "P-4"]
    assert drafts.unlink(author, draft.id).content.buttons == ()


def test_only_the_author_writes_in_a_draft(tx: Transaction) -> None:
    draft = written(tx, colleague(tx))
    other, drafts = colleague(tx, COLLEAGUE), desk(tx).drafts
    with pytest.raises(NotTheAuthor):
        drafts.write(other, draft.id, "моё", english=False)
    with pytest.raises(NotTheAuthor):
        drafts.toggle(other, draft.id, By.ROLE, "adult")
    copied = drafts.copy(other, draft.id)
    assert (copied.author, copied.content) == (other.id, draft.content)


def test_what_is_on_its_way_is_no_draft_any_more(tx: Transaction) -> None:
    author = colleague(tx)
    member(tx, 1)
    draft = written(tx, author)
    desk(tx).broadcasts.submit(author, draft.id, None)
    with pytest.raises(NotADraft):
        desk(tx).drafts.write(author, draft.id, "ещё слово", english=False)


def test_every_change_makes_another_version_and_stands_in_the_audit_log(tx: Transaction) -> None:
    author = colleague(tx)
    draft = written(tx, author)
    changed = desk(tx).drafts.write(author, draft.id, "иначе", english=True)
    assert changed.version == draft.version + 1
    newest, _ = desk(tx).audit.newest("broadcast", 0)
    assert [(e.action, e.after) for e in newest][:2] == [
        ("broadcast.changed", "version 3"),
        ("broadcast.changed", "version 2"),
    ]
    assert TEXT not in str(newest)


def test_who_is_left_out_is_counted_with_the_reason(tx: Transaction) -> None:
    author = colleague(tx)
    member(tx, 1)
    member(tx, 2, muted=True)
    left = member(tx, 3)
    tx.subscriptions.save(left.id, Topic.CONTEST, False, None, NOON)
    closed = member(tx, 4)
    tx.chats.close(closed.channel, closed.chat, "blocked", NOON)
    draft = written(tx, author)
    assert draft.reached == 1
    assert draft.excluded == {
        Exclusion.MUTED: 2,
        Exclusion.OPTED_OUT: 1,
        Exclusion.BLOCKED: 1,
    }


def test_conditions_narrow_who_is_counted_and_who_is_left_out(tx: Transaction) -> None:
    author = colleague(tx)
    member(tx, 1, city="yurga", grade=8)
    member(tx, 2, city="kemerovo", grade=8)
    member(tx, 3, city="yurga", grade=11, muted=True)
    draft, drafts = written(tx, author), desk(tx).drafts
    aimed = drafts.toggle(author, draft.id, By.CITY, "yurga")
    assert (aimed.reached, aimed.excluded) == (1, {Exclusion.MUTED: 1})
    aimed = drafts.toggle(author, draft.id, By.GRADE, "10-11")
    assert (aimed.reached, aimed.excluded) == (0, {Exclusion.MUTED: 1})
    assert drafts.everybody(author, draft.id).reached == 2


def test_a_large_audience_is_counted_by_portions(tx: Transaction) -> None:
    author = colleague(tx)
    many(tx, 5000)
    draft = written(tx, author)
    assert (draft.reached, draft.looked_through) == (1999, False)  # the author is one of 2000
    drafts = desk(tx).drafts
    counted = [drafts.count_on() for _ in range(2)]
    assert [one and (one.reached, one.looked_through) for one in counted] == [
        (3999, False),
        (5000, True),
    ]
    assert drafts.count_on() is None


def test_a_group_with_a_name_is_used_again(tx: Transaction) -> None:
    author = colleague(tx)
    member(tx, 1, city="yurga")
    draft, drafts = written(tx, author), desk(tx).drafts
    drafts.toggle(author, draft.id, By.CITY, "yurga")
    drafts.save_segment(author, draft.id, "  Юрга\u202e \n")
    (saved,) = drafts.segments()
    assert saved.name == "Юрга"
    other = written(tx, author)
    assert drafts.use_segment(author, other.id, saved.id).segment == {By.CITY: ("yurga",)}
    drafts.remove_segment(saved.id)
    with pytest.raises(NotFound):
        drafts.use_segment(author, other.id, saved.id)
    assert desk(tx).broadcasts.find(other.id).segment == {By.CITY: ("yurga",)}


def test_a_name_of_nothing_saves_nothing(tx: Transaction) -> None:
    author = colleague(tx)
    drafts = desk(tx).drafts
    drafts.save_segment(author, written(tx, author).id, " \u202e ")
    assert drafts.segments() == []


def test_a_second_try_is_for_the_unconfirmed_alone(tx: Transaction) -> None:
    author = colleague(tx)
    member(tx, 1)
    draft = written(tx, author)
    again = desk(tx).drafts.again(author, draft.id)
    assert (again.content, again.segment) == (draft.content, {By.UNCONFIRMED: (str(draft.id),)})
    assert again.reached == 0
    assert desk(tx).drafts.copy(author, again.id).segment == {}


def test_a_draft_can_be_thrown_away(tx: Transaction) -> None:
    author = colleague(tx)
    draft = desk(tx).drafts.begin(author, Topic.NEWS)
    assert draft.content == Content()
    desk(tx, NOON + timedelta(days=1)).drafts.discard(author, draft.id)
    with pytest.raises(NotFound):
        desk(tx).broadcasts.find(draft.id)
