demand-open = Чего не хватает
demand-text = <b>Чего не хватает</b>
    Искали в боте и не нашли, { $since } — { $today }. Один человек считается раз в день.

    { $lines }
demand-none = За это время все поиски чем-нибудь помогли.
demand-line = { $line }. <b>{ $competency }</b> — { $searches }
    Где: { $cities }
    Почему: { $reasons }
    Свободных мест: { $places }
demand-few = меньше { $fewest }
demand-more = И ещё: { $count }. Всё целиком: traektoria demand.
demand-part = { $name } — { $searches }
demand-unknown-competency = Не распознано
demand-unknown-city = город не указан
demand-reason-nothing = ничего похожего
demand-reason-closed = набор закрыт
demand-reason-no-dates = нет дат
demand-reason-full = нет мест
demand-reason-far = далеко
demand-reason-no-module = нет подходящего модуля
demand-weeks = За { $weeks ->
    [one] { $weeks } неделю
    [few] { $weeks } недели
   *[other] { $weeks } недель
}
