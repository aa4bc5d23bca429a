demand-open = What is missing
demand-text = <b>What is missing</b>
    Looked for in the bot and not found, { $since } — { $today }. One person counts once a day.

    { $lines }
demand-none = Every search of this time led to something.
demand-line = { $line }. <b>{ $competency }</b> — { $searches }
    Where: { $cities }
    Why: { $reasons }
    Free places: { $places }
demand-few = fewer than { $fewest }
demand-more = And { $count } more. All of it: traektoria demand.
demand-part = { $name } — { $searches }
demand-unknown-competency = Not recognised
demand-unknown-city = city not said
demand-reason-nothing = nothing like it
demand-reason-closed = closed
demand-reason-no-dates = no dates
demand-reason-full = no places
demand-reason-far = far away
demand-reason-no-module = no module fits
demand-weeks = Over { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}
