audit-log = <b>Журнал изменений</b>: { $about }

    { $lines }
audit-nothing = <b>Журнал изменений</b>: { $about }

    Записей пока нет.
audit-line = <b>{ $number }.</b> { $at }, { $who }: { $action }. { $what }
audit-command-line = командная строка
audit-filter = Выбрать вид изменений
audit-kinds = <b>Какие изменения показать?</b>
audit-kind-every = все
audit-kind-staff = Команда и роли
audit-kind-trouble = Сбои
audit-kind-consultation = Вопросы людей
audit-action-staff-invited = создано приглашение
audit-action-staff-granted = дана роль
audit-action-staff-revoked = роль забрана
audit-action-trouble-cleared = сбой убран из списка
audit-action-consultation-taken = вопрос взят
audit-action-consultation-released = вопрос возвращён в общий список
audit-action-consultation-answered = отправлен ответ
audit-action-event-created = событие создано
audit-action-event-changed = событие изменено
audit-action-event-moved = событие: новый статус
audit-action-event-attendance = посещение отмечено
audit-kind-event = События
