staff-error-invitation = Приглашение не подошло: оно уже использовано или устарело. Попросите администратора прислать новое.
staff-error-last-administrator = Это последний администратор: без него некому будет приглашать. Сначала пригласите другого.
staff-set-aside = Сообщение № { $reference } не удалось обработать пять раз. Человек получил извинение с этим номером. Подробности — в журнале работы бота.
staff-desk = <b>Рабочий стол</b>

    { $lines }
staff-desk-empty = <b>Рабочий стол</b>

    Для вашей роли здесь пока ничего нет.
staff-desk-waiting = Вопросов никто не взял: { $count }
staff-desk-failed = Не обработано сообщений: { $count }
staff-desk-consultations = Вопросы людей
staff-desk-trouble = Сбои
staff-desk-team = Команда и приглашения
staff-desk-audit = Журнал изменений
staff-nav-desk = Стол
staff-trouble = { $count ->
    [0] <b>Сбоев нет.</b>
   *[other] <b>Не обработано сообщений: { $count }</b>

    { $lines }
}
staff-trouble-line = № { $reference }: <code>{ $error }</code>
staff-clear = Убрать № { $reference } из списка
staff-welcome = Готово, вы в команде. Ваша роль: { $roles }.
staff-team = <b>Команда</b>. Имён бот не хранит: свой номер человек видит на «Моей странице».

    { $lines }
staff-number = № { $number }
staff-line = { $who } — с { $since }
staff-invite = Пригласить
staff-revoke = Забрать роль
staff-ask-revoke = Забрать роль: { $who }? Доступ закроется сразу, взятые вопросы вернутся в общий список, неиспользованные приглашения этого человека перестанут работать.
staff-revoke-yes = Да, забрать
staff-revoke-no = Нет, оставить
staff-dismissed = Роль «{ $role }» больше не действует. Всё, что открыто каждому, осталось с вами.
staff-joined = Новый человек в команде: № { $number }, { $roles }.
staff-invite-role = <b>Кого пригласить?</b> Роль решает, что человек сможет делать.
staff-invite-partner = <b>{ $role }</b>: из какой организации?
staff-invitation = <b>Приглашение: { $who }</b>

    Перешлите эту ссылку одному человеку. Она сработает один раз и только в ближайшие 24 часа:

    { $link }

    Здесь она не хранится: потеряется — сделайте новую.
staff-role-admin = администратор
staff-role-center-staff = сотрудник Центра
staff-role-partner-coordinator = координатор партнёра
staff-role-teacher = учитель
staff-role-mentor = наставник
staff-role-employment-officer = сотрудник службы занятости
staff-desk-events = События
staff-desk-bring = Привести класс на событие
