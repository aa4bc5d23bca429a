classes-bring = Привести класс
classes-ask-grade = <b>{ $title }</b>{ $said }
    Какой класс? Нажмите или напишите номер. Имена не нужны, только число учеников.
classes-ask-more = <b>{ $title }</b>
    { $said }

    Добавить ещё класс или дальше?
classes-grade = { $grade } класс: { $heads }
classes-enough = Дальше
classes-ask-heads = { $grade } класс: сколько учеников? Можно написать число.
classes-ask-adults = { $said }. Всего учеников: { $heads }.
    Сколько взрослых пойдёт с ними? Нужно не меньше { $needed }.
classes-adults = { $adults ->
    [one] { $adults } взрослый
   *[other] { $adults } взрослых
}
classes-receipt = <b>Класс: { $state }</b>{ $place ->
    [0] {""}
   *[other] , место в очереди: { $place }
}
    { $title }
    { $when }

    { $said }. Взрослых: { $adults }.
    Подтвердили сами: { $confirmed } из { $heads }
classes-link = Ссылка для класса
classes-shrink = Придёт меньше учеников
classes-came = Сколько пришло
classes-not-coming = Класс не придёт
classes-link-text = Покажите ученикам картинку или перешлите ссылку: каждый подтвердит, что придёт на «{ $title }». Прежняя ссылка больше не действует.
    { $link }
classes-ask-shrink = <b>{ $title }</b>
    Записано учеников: { $heads }. Сколько придёт? Напишите число: остальные места достанутся другим.
