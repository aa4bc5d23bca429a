nav-menu = Меню
nav-back = Назад
nav-human = Специалист
nav-more = Ещё
