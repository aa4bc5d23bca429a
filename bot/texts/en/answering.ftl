answering-inbox = <b>{ $name }</b>

    { $lines }
answering-empty = <b>{ $name }</b>

    There is nothing here.
answering-inbox-waiting = Waiting
answering-inbox-mine = Mine
answering-inbox-every = All
answering-line = <b>No. { $number }</b> { $topic } — { $state }{ $hours ->
    [-1] {""}
   *[other] , waits for { $hours } h{ $late }
}
    { $who }
answering-late = {" "}❗ overdue
answering-state-new = new
answering-state-taken = taken
answering-state-answered = answered
answering-state-closed = settled
answering-yours = with you
answering-of = with No. { $owner }
answering-role-pupil = a pupil
answering-role-adult = an adult
answering-role-guardian = a parent
answering-role-teacher = a teacher
answering-role-unknown = said nothing of themselves
answering-age-under-14 = under 14
answering-age-from-14 = 14–17
answering-age-from-18 = 18–49
answering-age-from-50 = 50 or older
answering-open = Open No. { $number }
answering-case = <b>No. { $number }: { $topic }</b> — { $state }
    { $who }{ $due }
    { $notes }

    { $thread }
answering-due = . To be answered by { $by }
answering-minor = The author is under 18. Center staff see all that is written.
answering-muted = The person asked us not to write first: they will see the answer in “My questions”.
answering-hidden = The words are open to whoever takes the question.
answering-no-words = A question without words: only its topic.
answering-take = Take it
answering-reply = Answer
answering-add = Add to the answer
answering-release = Give it back to everybody
answering-write = <b>Answer to No. { $number }.</b> Type it in one message of up to 1000 characters. No phones, names or papers.
    { $notes }
answering-sent = The answer to No. { $number } is sent.
answering-said-more = <b>No. { $number }: { $topic }.</b> The person has written more.
answering-arrived = { $count ->
    [one] { $count } question waits for an answer.
   *[other] { $count } questions wait for an answer.
}
answering-look = Look
answering-waits = <b>No. { $number }: { $topic }.</b> It has waited for more than a day. It is to be answered by { $by }.
answering-overdue = <b>No. { $number }: { $topic }.</b> It has waited for more than 48 hours; it is with No. { $owner }.
answering-overdue-nobody = <b>No. { $number }: { $topic }.</b> It has waited for more than 48 hours, and nobody has taken it.
