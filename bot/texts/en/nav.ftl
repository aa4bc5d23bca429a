nav-menu = Menu
nav-back = Back
nav-human = Ask a person
nav-more = More
