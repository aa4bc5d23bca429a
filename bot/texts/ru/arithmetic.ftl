arithmetic-head = Подбор № { $number }, { $moment }
arithmetic-versions = Каталог: версия { $then }, сейчас { $now }. Веса: версия { $weights }, сейчас { $current }.
arithmetic-weights = Веса: { $values }
arithmetic-fact = { $label }: { $value }
arithmetic-known = Что было известно:
arithmetic-label-today = день
arithmetic-label-audience = программы
arithmetic-label-age = возраст
arithmetic-label-grade = класс
arithmetic-label-education = образование
arithmetic-label-profession = рабочая профессия
arithmetic-label-experience = опыт
arithmetic-label-city = город
arithmetic-label-formats = формат
arithmetic-label-dayparts = время
arithmetic-label-interests = интересы
arithmetic-label-sectors = направления
arithmetic-label-levels = уровни, 0–4
arithmetic-label-wants = хочется научиться
arithmetic-education-school = школа
arithmetic-education-studying = учёба в колледже или вузе
arithmetic-education-college = колледж
arithmetic-education-university = вуз
arithmetic-yes = есть
arithmetic-no = нет
arithmetic-unknown = не известно
arithmetic-open = Открыто { $count }, лучшие сначала:
arithmetic-line = { $place }. { $code } «{ $title }», { $partner }, { $city }
arithmetic-shown = показана
arithmetic-total-pupil = { $total } = { $leaning }
arithmetic-total-adult = { $total } = посильно { $feasible } × ({ $share } × желаемое { $coverage } + { $rest } × { $leaning })
arithmetic-interest = интерес { $value }
arithmetic-sector = направление { $value }
arithmetic-place = путь { $way } км; начало { $starts }; мест { $left }
arithmetic-way-unknown = ?
arithmetic-stale = давно не подтверждена
arithmetic-given-up = не совпало: { $wishes }
arithmetic-closed = Закрыто { $count }:
arithmetic-closed-line = { $code } «{ $title }»: { $why }
arithmetic-why = { $rule }. { $change }
arithmetic-again = Повтор с теми же данными: { $same ->
    [yes] тот же порядок.
   *[no] порядок другой.
}
arithmetic-catalogue-changed = С тех пор каталог изменился, поэтому повтор идёт по нынешнему.
arithmetic-moved = { $code }: было { $before }, стало { $now }
arithmetic-at = место { $place }, { $total }
arithmetic-nowhere = нет в списке
