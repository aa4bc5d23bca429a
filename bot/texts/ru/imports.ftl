imports-open = Загрузить и выгрузить
imports-desk = <b>Каталог файлами</b>
    Пришлите сюда книгу .xlsx или .zip с файлами CSV. Сначала я всё проверю и покажу, что изменится; без вашего «да» ничего не загружу.

    { $last }
imports-last-none = Загрузок ещё не было.
imports-last = Последняя загрузка: { $when }. Новых: { $added }, изменено: { $changed }.
imports-last-undone = Последняя загрузка отменена: { $when }.
imports-get-catalogue = Получить весь каталог
imports-get-template = Получить пустой шаблон
imports-undo = Отменить загрузку
imports-catalogue = Весь каталог на { $when }. Исправьте и пришлите обратно: изменится только то, что вы поменяли.
imports-catalogue-name = каталог.xlsx
imports-template = Пустой шаблон. На первом листе написано, как заполнить; у столбцов есть подсказки и списки.
imports-template-name = шаблон-каталога.xlsx
imports-checking = Проверяю файл «{ $name }». Обычно хватает нескольких секунд, ответ придёт сюда.
imports-wrong = <b>В файле «{ $name }» есть ошибки: { $count }.</b>
    Ничего не загружено. Исправьте и пришлите файл снова.

    { $lines }
imports-report = Все ошибки по строкам: файл открывается в Excel.
imports-report-name = ошибки.csv
imports-report-heading = таблица;строка;столбец;что исправить
imports-report-more = … ещё ошибок: { $more }
imports-line = { $table }: новых { $added }, изменится { $changed }, без изменений { $unchanged }
imports-change = { $table } { $code }, { $field }: { $before } → { $after }
imports-change-empty = пусто
imports-change-more = … ещё изменений: { $more }
imports-table-partners = Партнёры
imports-table-resources = Ресурсы
imports-table-agreements = Соглашения
imports-table-programmes = Программы
imports-table-modules = Модули
imports-table-groups = Группы
imports-summary = <b>В файле «{ $name }» ошибок нет.</b> Если загрузить:

    { $lines }
imports-apply = Загрузить
imports-drop = Не надо
imports-same = В файле «{ $name }» всё так же, как в каталоге. Загружать нечего.
imports-applied = <b>Загружено.</b>
    { $lines }

    Через несколько секунд это увидят все.
imports-dropped = Хорошо, ничего не загружаю.
imports-undone = <b>Загрузка отменена.</b>
    Убрано добавленного: { $added }, возвращено прежнего: { $changed }.
imports-now-waiting = Этот файл ещё проверяется.
imports-now-ready = Файл проверен: загрузить или нет, решает кнопка под ответом.
imports-now-refused = В этом файле были ошибки, он не загружен.
imports-now-dropped = Этот файл не загружен: от него отказались или прислали другой.
imports-now-applied = Этот файл уже загружен.
imports-not-fetched = Не получилось забрать и проверить файл «{ $name }». Пришлите его, пожалуйста, ещё раз.
imports-error-kind = Каталог принимаю книгой .xlsx или архивом .zip с файлами CSV. Шаблон можно получить здесь: «Каталог», «Загрузить и выгрузить».
imports-error-size = Файл больше { $megabytes } МБ. Разделите его на части и пришлите по очереди.
imports-error-clash = Загрузить нельзя. { $reason }
imports-error-nothing = Отменять нечего: эта загрузка уже отменена, или после неё была другая.
imports-error-relied = Отменить нельзя: на то, что добавила загрузка, уже опираются заявки или закладки. Это { $named }{ $more ->
    [0] .
   *[other] {" "}и ещё { $more }.
}
audit-kind-catalogue = Каталог
audit-action-catalogue-imported = загружен каталог
audit-action-catalogue-undone = отменена загрузка каталога
imports-replaced = Файл «{ $name }» больше не нужен: вместо него беру этот.
imports-touched-moved = Переносится группа { $code }. Это касается заявок: { $applications }, путей: { $paths }
imports-touched-cancelled = Отменяется группа { $code }. Это касается заявок: { $applications }, путей: { $paths }
imports-touched-restored = Снова состоится группа { $code }. Это касается заявок: { $applications }, путей: { $paths }
imports-touched-more = … и ещё групп: { $more }; заявок: { $applications }, путей: { $paths }
imports-tight = Проверьте часы группы { $code }: по расписанию { $held } из { $needed }
imports-tight-more = … и ещё групп, где часов не хватает: { $more }
imports-absent = { $table }, в файле нет: { $count } ({ $named }) — остаются как есть.
imports-absent-groups = { $table }, в файле нет: { $count } ({ $named }) — остаются как есть. Чтобы закрыть группу, поставьте state=closed, чтобы отменить — cancelled.
