freshness-stale = { $tone ->
    [informal] Данные от { $day } могли устареть, уточни по телефону: { $phone }.
   *[formal] Данные от { $day } могли устареть, уточните по телефону: { $phone }.
}
freshness-confirm = Данные верны
freshness-confirmed = Отмечено: данные программы «{ $title }» верны, { $day }. На карточке это появится через несколько секунд.
audit-action-catalogue-confirmed = подтверждена карточка программы
