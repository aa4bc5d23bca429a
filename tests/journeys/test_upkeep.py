"""The catalogue ages, changes and closes while people use it; staff see it and act."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.network import Agreement, Network
from bot.domain.people import address
from bot.domain.staff import StaffRole
from bot.services.network import NetworkService
from bot.services.staff import StaffService
from bot.storage.short import short
from bot.views.agreements import ShowAgreements, ShowPartnerAgreements
from bot.views.callbacks import Callback, Seal
from bot.views.catalogue import ToCatalogue
from bot.views.demand import ShowDemand
from bot.views.freshness import Confirm
from bot.views.programmes import Apply
from tests.conftest import Bot
from tests.journeys.journey import Journey, Stage
from tests.journeys.stories import ADULT_RU
from tests.talk import Message, Talk, labels, text_of

WELDER = "DEMO-16"
STALE = "могли устареть"
NOBODY_TEACHES = "квантовая стоматология единорогов"


async def staff(bot: Bot) -> Talk:
    with short(bot.file) as tx:
        token = StaffService(tx, bot.sandbox.clock.now()).invite(StaffRole.CENTER_STAFF)
    talk = bot.talk(1004)
    await talk.starts(f"s_{token}")
    return talk


async def opens(bot: Bot, talk: Talk, action: Callback) -> Message:
    """As if the button stood in the chat."""
    key = (bot.config.folder / "buttons.key").read_bytes()
    data = Seal(key).close(address("telegram", talk.user), action)
    keyboard = {"inline_keyboard": [[{"text": "Открыть", "callback_data": data}]]}
    await bot.calls("sendMessage", chat_id=talk.user, text="?", reply_markup=keyboard)
    return await talk.presses("Открыть")


async def imports(bot: Bot, **changed: object) -> None:
    with short(bot.file) as tx:
        known = tx.network.read()
        part = {name: value(known) for name, value in changed.items()}  # type: ignore[operator]
        nothing = Network(partners={}, agreements={}, programmes={}, modules={}, groups={})
        service = NetworkService(tx, bot.sandbox.clock.now())
        service.bring_in(replace(nothing, **part))
    await bot.jobs.look()


async def walks_until(bot: Bot, stage: Stage) -> Talk:
    """Somebody who is on the way to a place in WELDER."""
    journey = Journey(await bot.somebody(), ADULT_RU)
    async for reached in journey.walks():
        if reached is stage:
            break
    return journey.talk


async def applied(bot: Bot) -> Talk:
    talk = await walks_until(bot, Stage.APPLIED)
    assert bot.rows("SELECT programme FROM enrolments") == [(WELDER,)]
    return talk


async def test_a_changed_programme_leaves_those_who_applied_on_theirs(bot: Bot) -> None:
    anna = await applied(bot)

    def longer(known: Network) -> object:
        before = known.programmes[WELDER]
        return {WELDER: replace(before, hours=before.hours + 8, price=before.price + 1000)}

    before = bot.rows("SELECT count(*) FROM programme_versions")
    await imports(bot, programmes=longer)
    assert bot.rows("SELECT count(*) FROM programme_versions") == [(before[0][0] + 1,)]

    await anna.presses("Мои заявки")
    said = text_of(await anna.presses("1"))
    assert "часы 256 → 264" in said
    assert "Для вас всё остаётся как было" in said
    assert "264 часа" in text_of(await anna.presses("Открыть программу"))
    assert "часы 256 → 264" in text_of(await anna.screen())

    other = bot.talk(1002)
    await other.starts()
    card = text_of(await opens_card(bot, other))
    assert "264 часа" in card
    assert "256" not in card


async def opens_card(bot: Bot, talk: Talk) -> Message:
    ((slug,),) = bot.rows("SELECT slug FROM programmes WHERE code = ?", WELDER)
    return await talk.starts(f"p_{slug}")


async def test_an_old_card_is_marked_until_somebody_says_that_it_is_true(bot: Bot) -> None:
    keeper, visitor = await staff(bot), bot.talk(1002)
    assert STALE not in text_of(await opens_card(bot, visitor))
    bot.sandbox.clock.advance(timedelta(days=91).total_seconds())
    assert STALE in text_of(await opens_card(bot, visitor))
    assert not any("Данные верны" in label for label in labels(await visitor.screen()))

    await opens_card(bot, keeper)
    assert "Отмечено" in text_of(await keeper.presses("Данные верны"))
    await bot.jobs.look()
    assert STALE not in text_of(await opens_card(bot, visitor))
    assert bot.rows("SELECT confirmed_by FROM confirmations WHERE programme = ?", WELDER) == [
        ("staff",)
    ]


async def test_what_nobody_teaches_is_counted_and_shown_to_staff(bot: Bot) -> None:
    keeper = await staff(bot)
    for account in (1001, 1002, 1003):
        talk = bot.talk(account)
        await talk.starts()
        for _ in range(2):
            await talk.says(NOBODY_TEACHES)
    assert bot.rows("SELECT competency, city, reason, searches FROM demand") == [
        ("", "", "nothing", 3)
    ]
    shown = text_of(await opens(bot, keeper, ShowDemand()))
    assert "Не распознано — меньше 5" in shown
    bot.sandbox.clock.advance(timedelta(days=2).total_seconds())
    await bot.jobs.look()
    assert bot.rows("SELECT count(*) FROM demand_marks") == [(0,)]
    assert bot.rows("SELECT searches FROM demand") == [(3,)]
    typed = [row for row in bot.rows("SELECT * FROM demand") if NOBODY_TEACHES in map(str, row)]
    assert typed == []


async def test_an_agreement_that_ends_closes_the_card_and_shows_a_way_on(bot: Bot) -> None:
    anna = await applied(bot)

    def ended(known: Network) -> object:
        over = (bot.sandbox.clock.now() - timedelta(days=2)).date()
        own = [a for a in known.agreements.values() if a.partner == "DP-07"]
        return {a.number: _until(a, over) for a in own}

    await imports(bot, agreements=ended)
    visitor = bot.talk(1002)
    card = await opens_card(bot, visitor)
    assert "Набор сейчас закрыт" in text_of(card)
    assert not any("Подать" in label for label in labels(card))
    instead = await visitor.presses("Похожие программы")
    assert "договор с организацией сейчас не действует" in text_of(instead)

    await anna.presses("Мои заявки")
    assert "Место за вами" in text_of(await anna.presses("1"))


def _until(agreement: Agreement, day: object) -> Agreement:
    return replace(agreement, valid_to=day)  # type: ignore[arg-type]


async def test_a_filled_agreement_sends_people_to_what_else_there_is(bot: Bot) -> None:
    await applied(bot)
    boris = await walks_until(bot, Stage.APPLYING)

    def limited(known: Network) -> object:
        own = [a for a in known.agreements.values() if a.partner == "DP-07"]
        return {a.number: replace(a, learners=1) for a in own}

    await imports(bot, agreements=limited)
    refused = await boris.presses("Подать заявку")
    assert "по договору с организацией заняты все места" in text_of(refused)
    assert bot.rows("SELECT count(*) FROM enrolments") == [(1,)]
    instead = text_of(await opens(bot, boris, Apply(programme=WELDER)))
    assert "заняты все места" in instead
    assert "Куда сейчас набирают" in instead


async def test_staff_walk_from_the_desk_to_agreements_and_back(bot: Bot) -> None:
    keeper = await staff(bot)
    await keeper.presses("Рабочий стол")
    await keeper.presses("Каталог")
    listed = await keeper.presses("Соглашения")
    assert "Сначала те, что раньше закончатся" in text_of(listed)
    assert "осталось 45 дней" in text_of(listed)
    assert "Программ:" in text_of(await keeper.presses("1"))
    await keeper.presses("Назад")
    await keeper.presses("Ещё")
    await keeper.presses("Назад")
    shown = text_of(await keeper.presses("Чего не хватает"))
    assert "все поиски чем-нибудь помогли" in shown


@pytest.mark.parametrize(
    "action",
    [
        ToCatalogue(),
        ShowAgreements(),
        ShowPartnerAgreements(partner="DP-07"),
        ShowDemand(),
        Confirm(programme=WELDER),
    ],
    ids=lambda action: type(action).__name__,
)
async def test_nobody_else_gets_there(bot: Bot, action: Callback) -> None:
    visitor = bot.talk(1002)
    await visitor.starts()
    assert "только сотрудники" in text_of(await opens(bot, visitor, action))
