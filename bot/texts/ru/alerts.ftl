alerts-began-slow-replies = <b>Ответы людям уходят медленно:</b> старший ждёт больше двух минут. Обычно это сеть или ограничение Telegram.
alerts-over-slow-replies = Ответы снова уходят вовремя. Задержка была с { $since }.
alerts-began-refused = <b>Telegram отклонил сообщения бота: { $count }.</b> Причина — в журнале работы бота.
alerts-over-refused = Telegram больше ничего не отклоняет. Это началось { $since }.
alerts-over-no-telegram = Связи с Telegram не было с { $since } до { $until }. Всё, что люди написали за это время, принято.
