commands-menu = Menu
commands-me = My page: applications and saved
commands-settings = Settings
commands-help = How it works
commands-privacy = What data is kept
commands-export = Download all that is stored about me
commands-forget = Erase everything about me
commands-stop = Do not write to me first
