classes-bring = Привести класс
classes-ask-grade = { $problem }<b>{ $title }</b>{ $said }
    Какой класс? Нажмите или напишите номер. Имена не нужны, только число учеников.
classes-ask-more = { $problem }<b>{ $title }</b>
    { $said }

    Добавить ещё класс или дальше?
classes-grade = { $grade } класс: { $heads }
classes-enough = Дальше
classes-ask-heads = { $problem }{ $grade } класс: сколько учеников? Можно написать число.
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
    { $facts }

    { $said }. Взрослых: { $adults }.
    Подтвердили сами: { $confirmed } из { $heads }
classes-link = Ссылка для класса
classes-shrink = Придёт меньше учеников
classes-came = Сколько пришло
classes-not-coming = Класс не придёт
classes-link-text = Покажите ученикам картинку или перешлите ссылку: каждый подтвердит, что придёт на «{ $title }».
    { $link }
classes-ask-shrink = { $problem }<b>{ $title }</b>
    Записано учеников: { $heads }. Сколько придёт? Напишите число: остальные места достанутся другим.
classes-confirm-shrink = <b>{ $title }</b>
    Придёт учеников: { $heads }, было { $before }. Остальные места достанутся другим. Верно?
classes-shrink-yes = Да, придёт { $heads }
classes-error-too-small = Группа на этом событии — от { $smallest } учеников. Если придёт меньше, позвоните или отмените запись.
classes-error-grows = Записано учеников: { $heads }. Больше — только новой записью.
classes-came-count = Пришло: { $came }
classes-ask-cancel = <b>{ $title }</b>
    Класс из { $heads } учеников не придёт? Ученикам, которые подтвердили, напишу.
classes-cancel-yes = Да, класс не придёт
classes-called-off = { $tone ->
    [informal] «{ $title }»: класс не придёт, учитель отменил запись. Хочешь пойти — запишись без класса.
   *[formal] «{ $title }»: класс не придёт, учитель отменил запись. Хотите пойти — запишитесь без класса.
}
classes-come-alone = Записаться без класса
