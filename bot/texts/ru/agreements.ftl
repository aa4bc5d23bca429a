agreements-open = Соглашения
agreements-none = Соглашений пока нет: их приносит загрузка каталога.
agreements-list = <b>Соглашения</b>
    Сначала те, что раньше закончатся.

    { $lines }
agreements-line = { $line }. { $partner }
    { $agreement }, { $kind }: { $term }
agreements-kind-network = сетевая форма
agreements-kind-framework = сотрудничество
agreements-date = { $day } { $year }
agreements-term-left = до { $date }, { $days ->
    [0] последний день
    [one] остался { $days } день
    [few] осталось { $days } дня
   *[other] осталось { $days } дней
}
agreements-term-over = закончилось { $date }
agreements-partner = <b>{ $partner }</b>

    { $agreements }

    { $hangs }
agreements-one = <b>{ $agreement }</b>, { $kind }
    С { $since }, { $term }
agreements-learners = Мест по договору: занято { $learners } из { $limit }
agreements-duties = Обязанности: { $duties }
agreements-resources = Даёт оборудования и площадок: { $count }
agreements-hangs = Программ: { $programmes }, модулей в чужих программах: { $modules }. Групп идёт: { $running }, начнётся: { $coming }. Занято мест: { $learners }.
agreements-alert = <b>Соглашения: нужно внимание</b>

    { $lines }
agreements-alert-line = • { $partner }, { $agreement }: { $what }
    { $hangs }
agreements-alert-more = И ещё: { $count }.
agreements-notice-over = { $term }. Новых заявок нет, группы и поданные заявки идут дальше.
agreements-notice-nearly-full = занято { $learners } мест из { $limit }
agreements-notice-full = занято { $learners } мест из { $limit }. Новых заявок нет.
agreements-similar = Похожие программы
agreements-instead = <b>{ $title }</b>
    { $reason ->
        [full] Набор закрыт: по договору с организацией заняты все места.
        [over] Набор закрыт: договор с организацией сейчас не действует.
       *[other] Вот что ещё учит похожему.
    }

    { $count ->
        [0] Похожего с открытым набором пока нет. Специалист подскажет, когда появится.
       *[other] Куда сейчас набирают:
    }
agreements-closed-full = Набор сейчас закрыт: по договору с организацией заняты все места.
agreements-error-full = { $tone ->
    [informal] На «{ $title }» набор закрыт: по договору с организацией заняты все места. Открой карточку и нажми «Похожие программы» или спроси специалиста.
   *[formal] На «{ $title }» набор закрыт: по договору с организацией заняты все места. Откройте карточку и нажмите «Похожие программы» или спросите специалиста.
}
