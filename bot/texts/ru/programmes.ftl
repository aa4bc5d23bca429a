programmes-title = <b>{ $title }</b>
programmes-demo = <i>Демо-данные, не реальное предложение</i>
programmes-summary = { $summary }
programmes-where = { $partner }, { $city }
programmes-kind = { $kind }, { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
   *[other] { $hours } часов
}, { $format }
programmes-kind-do = курс для школьников
programmes-kind-po-new = новая рабочая профессия
programmes-kind-po-re = вторая рабочая профессия
programmes-kind-po-up = следующий разряд или навык
programmes-kind-pk = курс для тех, у кого есть диплом
programmes-kind-pp = новая специальность на базе диплома
programmes-format-onsite = очно
programmes-format-blended = часть занятий онлайн
programmes-format-online = онлайн
programmes-free = Бесплатно
programmes-free-short = бесплатно
programmes-price = Цена: { $price } ₽. Возможно, вам положено бесплатное обучение: это решает служба занятости.
programmes-price-short = { $price } ₽
programmes-starts = Начало: { $starts }
programmes-start = { $day } { $daypart }, { $left ->
    [one] { $left } место
    [few] { $left } места
   *[other] { $left } мест
}
programmes-start-full = { $day } { $daypart }, мест нет, есть очередь
programmes-no-dates = Новых дат пока нет.
programmes-closed = Набор сейчас закрыт: договор с организацией не действует.
programmes-needs = Кому можно: { $needs }
programmes-rule-none = всем
programmes-rule-grades = { $first }–{ $last } классам
programmes-rule-age = с { $age } лет
programmes-rule-further = с дипломом колледжа или вуза (или если ещё учитесь)
programmes-rule-profession = с рабочей профессией
programmes-rule-experience = с опытом в этом деле
programmes-rule-medical-exam = нужен медосмотр
programmes-rule-medical-book = нужна медкнижка
programmes-document-do = Документ: сертификат участника
programmes-document-po-new = Документ: свидетельство о профессии рабочего
programmes-document-po-re = Документ: свидетельство о профессии рабочего
programmes-document-po-up = Документ: свидетельство с разрядом
programmes-document-pk = Документ: удостоверение о повышении квалификации
programmes-document-pp = Документ: диплом о профессиональной переподготовке
programmes-apply = Подать заявку
programmes-queue = Встать в очередь
programmes-fits = Подходит ли мне?
programmes-save = Сохранить
programmes-unsave = Убрать из сохранённых
programmes-compare = Сравнить с другой
programmes-others = Подбор
programmes-compare-none = { $tone ->
    [informal] Пока не с чем сравнить. Сохрани ещё одну программу или посмотри подбор.
   *[formal] Пока не с чем сравнить. Сохраните ещё одну программу или посмотрите подбор.
}
programmes-compare-which = С чем сравнить «{ $title }»?
programmes-compared = <b>А. { $one }</b>
    <b>Б. { $other }</b>

    { $lines }
programmes-row = <b>{ $label }</b>
    А: { $one }
    Б: { $other }
programmes-row-same = <b>{ $label }</b>
    У обеих: { $value }
programmes-label-where = Где
programmes-label-kind = Что это
programmes-label-hours = Часов
programmes-label-format = Как учат
programmes-label-start = Ближайшее начало
programmes-label-places = Мест в ближайшей группе
programmes-label-price = Цена
programmes-label-needs = Кому можно
programmes-saved = <b>Сохранённые программы: { $count }</b>
programmes-saved-none = { $tone ->
    [informal] Здесь пока пусто. Понравится программа — нажми «Сохранить» на её карточке.
   *[formal] Здесь пока пусто. Понравится программа — нажмите «Сохранить» на её карточке.
}
