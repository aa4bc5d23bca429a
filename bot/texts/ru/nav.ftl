nav-menu = Меню
nav-back = Назад
nav-human = Позвать специалиста
nav-more = Ещё
