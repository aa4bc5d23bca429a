questionnaires-progress = Question { $number } of { $total } { $bar }
questionnaires-progress-first = Question 1
questionnaires-page = Page { $page } of { $pages }.
questionnaires-next = Next
questionnaires-correcting = <b>Change an answer</b>
questionnaires-resumed = Let us go on: your earlier answers are kept.
questionnaires-instruction = <i>{ $words }</i>
questionnaires-current = Chosen now: { $answer }
questionnaires-chosen = ✓ { $label }
questionnaires-about = Field: { $sector }
questionnaires-pair-ask = Which is more interesting?
questionnaires-pair = <b>A.</b> { $a }
    <b>B.</b> { $b }
questionnaires-a = A
questionnaires-b = B
questionnaires-key-a = a
questionnaires-key-b = b
questionnaires-neither = I cannot choose
questionnaires-enough = Enough, show the result
questionnaires-skip = Skip
questionnaires-level = { $level } — { $words }
questionnaires-statement = <b>{ $words }</b>
questionnaires-not-understood-pair = I did not get that. Type A or B or press a button. You can search for programmes from the menu.
questionnaires-not-understood-scale = I did not get that. Type a number from 0 to 4 or press a button. You can search for programmes from the menu.
questionnaires-not-understood = That is not on the list. Press a button or put it another way.
questionnaires-not-understood-city = That town is not on the list. Choose the nearest one or “Any place”.
questionnaires-understood = Noted: { $answer }.
questionnaires-which = Please say which one you mean:
questionnaires-full = No more can be chosen. To change one, press what is ticked.
questionnaires-all = Whole list
questionnaires-done = Done
questionnaires-not-answered = no answer

questionnaires-ask-sectors = <b>Which fields interest you?</b> Choose up to three, the most important one first. You can type a name.
questionnaires-name-sectors = Fields
questionnaires-none-sectors = I do not know yet
questionnaires-ask-wants = <b>What would you like to learn first?</b> Choose up to three skills. You can type a name.
questionnaires-name-wants = To develop
questionnaires-none-wants = I do not know yet
questionnaires-ask-city = <b>Where would you like to study?</b> Type a town or choose one from the list.
questionnaires-name-city = Town
questionnaires-any = Any place
questionnaires-ask-format = <b>How would you like to study?</b> You can choose several.
questionnaires-name-format = How
questionnaires-none-format = Any way
questionnaires-format-onsite = On site
questionnaires-format-blended = Partly on site, partly online
questionnaires-format-online = Online only
questionnaires-ask-daypart = <b>When would you like to study?</b> You can choose several.
questionnaires-name-daypart = When
questionnaires-none-daypart = Any time
questionnaires-daypart-morning = Mornings
questionnaires-daypart-day = Daytime
questionnaires-daypart-evening = Evenings
questionnaires-daypart-weekend = Weekends
questionnaires-ask-profession = <b>Do you have a worker's profession?</b> That is a certificate of a worker's profession. It decides which courses are open to you.
questionnaires-name-profession = Worker's profession
questionnaires-yes = Yes
questionnaires-no = No
questionnaires-unsure = I do not know
questionnaires-ask-experience = <b>In which of these fields have you worked?</b> You can choose several.
questionnaires-name-experience = Experience in the chosen fields
questionnaires-none-experience = No experience in these fields
questionnaires-nothing-experience = none

questionnaires-deeper = <b>Ten answers are in!</b> You can see the result now or answer ten more questions to make it more exact.
questionnaires-deeper-stop = Show the result
questionnaires-deeper-more = Ten more to be more exact

questionnaires-review = <b>Your answers</b>, page { $page } of { $pages }. Press an answer to change it.
questionnaires-ready = <b>All done.</b> Your answers are saved. You can see the result now or check the answers first.
questionnaires-check = Check the answers
questionnaires-review-line = { $number }. { $answer }
questionnaires-line = { $first }: { $second }
questionnaires-review-done = Done, show the result

questionnaires-care-skipped = Many questions have no answer, so the result will be a rough one. Would you answer a few more? It takes less than a minute.
questionnaires-care-fast = The answers came very quickly. If there was no time to read everything, let us calmly repeat a few questions: the result will be more exact.
questionnaires-care-same = All the answers are the same. That happens. If you like, let us look at a few questions again: the result will be more exact.
questionnaires-care-again = { $count ->
    [one] Answer { $count } question
   *[other] Answer { $count } questions
}
questionnaires-care-anyway = Show the result all the same

questionnaires-closed = Your answers are saved and the result is ready.
questionnaires-show-result = Show the result
