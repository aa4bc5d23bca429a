alerts-began-slow-replies = <b>Answers go out slowly:</b> the oldest has waited for more than two minutes. Mostly it is the network or a limit of Telegram.
alerts-over-slow-replies = Answers go out in time again. They were late since { $since }.
alerts-began-refused = <b>Telegram has refused messages of the bot: { $count }.</b> The reason is in the log.
alerts-over-refused = Telegram refuses nothing any more. It began { $since }.
alerts-over-no-telegram = There was no contact with Telegram from { $since } to { $until }. All that people wrote meanwhile has been received.
