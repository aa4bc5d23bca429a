nav-menu = Menu
nav-back = Back
nav-human = A person
nav-more = More
