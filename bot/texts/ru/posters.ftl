posters-open = Афиша
posters-text = Афиша «{ $title }» на одну страницу А4. Её можно печатать без цвета: код ведёт прямо к записи.
posters-when = Когда
posters-where = Где
posters-for = Для кого
posters-bring = С собой
posters-ask = Наведите камеру телефона, чтобы записаться
