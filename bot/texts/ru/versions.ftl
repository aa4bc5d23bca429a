versions-note = { $tone ->
    [informal] Заявка — на программу от { $day }. С тех пор в ней изменилось: { $changes }. Для тебя всё остаётся как было.
   *[formal] Заявка — на программу от { $day }. С тех пор в ней изменилось: { $changes }. Для вас всё остаётся как было.
}
versions-change = { $part } { $before } → { $after }
versions-part-title = название
versions-part-kind = вид
versions-part-hours = часы
versions-part-format = формат
versions-part-price = цена
versions-part-partner = кто учит:
versions-part-city = город
versions-part-outcomes = навыки:
