menu-text = <b>Menu</b>

    { $role ->
        [pupil] Choose where to begin. Or just type what you like: “programming”, “design”, “first aid”.
        [guardian] Choose where to begin. Or just type what your child likes: “programming”, “design”, “first aid”.
        [teacher] Choose where to begin. Or just type a subject: “programming”, “design”, “first aid”.
       *[adult] Choose where to begin. Or just type what you look for: “welder”, “accounting”, “Python”.
    }
menu-interests-new = See what interests me
menu-interests-open = Continue the questionnaire
menu-interests-finished = Look at my interests
menu-skills-new = Rate my skills
menu-skills-open = Continue the questionnaire
menu-skills-finished = Look at my skills
menu-find = Find programmes for me
menu-mine = My page
menu-staff = The Center's desk
nav-settings = Settings
nav-help = Help
menu-offered = A place is free: answer
menu-events = Events
