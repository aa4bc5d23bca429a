menu-text = <b>Menu</b>

    Choose where to begin. Or just type what you like or look for: “welder”, “drawing”, “accounting”.
menu-interests-new = See what interests me
menu-interests-open = Continue the questionnaire
menu-interests-finished = Look at my interests
menu-skills-new = Rate my skills
menu-skills-open = Continue the questionnaire
menu-skills-finished = Look at my skills
menu-find = Find programmes for me
menu-mine = My page
menu-human = Ask a person
menu-staff = The Center's desk
nav-settings = Settings
nav-help = Help
