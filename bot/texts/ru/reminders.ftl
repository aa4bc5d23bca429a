reminders-text = <b>Напоминание</b>

    { $lines }
reminders-event = <b>{ $title }</b>
    { $when }
reminders-not-coming = Не приду
reminders-not-coming-to = Не приду: { $title }
reminders-feedback = «{ $title }» — как прошло?
reminders-stars-5 = 5 — отлично
reminders-stars-4 = 4 — хорошо
reminders-stars-3 = 3 — так себе
reminders-stars-2 = 2 — слабо
reminders-stars-1 = 1 — плохо
reminders-thanks-more = { $tone ->
    [informal] Спасибо! Если хочешь, выбери, почему так.
   *[formal] Спасибо! Если хотите, выберите, почему так.
}
reminders-remark-interesting = Было интересно
reminders-remark-useful = Пригодится
reminders-remark-too-long = Слишком долго
reminders-remark-not-for-me = Не моё
reminders-thanks = Спасибо, учтём.
reminders-wishes = { $tone ->
    [informal] Когда напоминать тебе о событиях? Ночью, с 21 до 9, не пишу.
   *[formal] Когда напоминать вам о событиях? Ночью, с 21 до 9, не пишу.
}
reminders-wish-usual = Накануне и за два часа
reminders-wish-day = За сутки
reminders-wish-hour = За час
reminders-wish-both = За сутки и за час
reminders-wish-never = Не напоминать
reminders-wish-chosen = { $wish } (сейчас так)
reminders-when = Когда напоминать
