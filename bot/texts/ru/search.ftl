search-understood = Понял так: { $understood }
search-found = <b>Вот что нашлось:</b>
search-maybe = { $tone ->
    [informal] <b>Возможно, ты имеешь в виду:</b>
   *[formal] <b>Возможно, вы имели в виду:</b>
}
search-line = { $number }. { $title } — { $kind }, { $city }
search-line-why = { $line }
    <i>{ $why }</i>
search-ahead-open = { $tone ->
    [informal] открыта тебе сейчас
   *[formal] открыта вам сейчас
}
search-ahead-way = { $tone ->
    [informal] ближе к тебе
   *[formal] ближе к вам
}
search-ahead-manner = удобнее формат или время
search-ahead-fresh = данные подтверждены недавно
search-ahead-starts = раньше начнётся
search-ahead-places = больше мест
search-ahead-fit = { $tone ->
    [informal] ближе к твоим интересам и навыкам
   *[formal] ближе к вашим интересам и навыкам
}
search-ahead-turn = такая же, сегодня её очередь
search-order = Почему такой порядок? Сначала точнее по словам. Похожие — так: открыто сейчас, ближе, удобнее, раньше, больше мест. Равные меняются каждый день.
search-none = { $tone ->
    [informal] <b>Ничего похожего не нашёл.</b>

    Попробуй написать короче: профессию («повар»), дело («программирование») или город. Или позови специалиста, он поможет.
   *[formal] <b>Ничего похожего не нашёл.</b>

    Попробуйте написать короче: профессию («повар»), дело («программирование») или город. Или позовите специалиста, он поможет.
}
search-events = События: { $count }
