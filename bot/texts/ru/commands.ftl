commands-menu = Меню
commands-me = Моя страница: заявки и сохранённое
commands-settings = Настройки
commands-help = Как это работает
commands-privacy = Какие данные хранятся
commands-export = Скачать всё, что обо мне хранится
commands-forget = Стереть всё обо мне
commands-stop = Не писать мне первым
