"""The screens of a person's path: its goal, its conditions, what it is made of, those kept."""
