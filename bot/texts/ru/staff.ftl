staff-error-invitation = Приглашение не подошло: оно уже использовано или устарело. Попросите администратора прислать новое.
staff-set-aside = Сообщение № { $reference } не удалось обработать пять раз. Человек получил извинение с этим номером. Подробности — в журнале работы бота.
staff-desk = <b>Рабочий стол</b>

    Ждут ответа специалиста: { $consultations }
    Не обработано сообщений: { $trouble }
    { $lines }
staff-trouble-line = № { $reference }: <code>{ $error }</code>
staff-clear = Убрать № { $reference } из списка
staff-welcome = Готово, вы в команде Центра. Ваша роль: { $roles }.
staff-role-admin = администратор
staff-role-center-staff = сотрудник Центра
staff-role-partner-coordinator = координатор организации
staff-role-teacher = учитель
staff-role-mentor = наставник
staff-role-employment-officer = сотрудник службы занятости
