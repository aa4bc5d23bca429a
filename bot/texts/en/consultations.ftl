consultations-error-under-14 = Under 14 an adult asks the specialist: show this to your parents. The Center's phone is behind “A person”.
consultations-error-taken = Somebody else has taken this question already.
consultations-error-not-yours = Whoever has taken a question answers it. This one is not with you now.
consultations-error-too-long = Too long: no more than { $limit } characters fit, and nothing was sent. Split it into two messages.
consultations-error-nothing-said = There are no words in it. Please type them.
consultations-topics = <b>What would you like to ask?</b>

    No name or phone is needed. You can also call at once: { $phone }, { $hours }.
consultations-topic-choice = I do not know what to choose
consultations-topic-application = How to apply
consultations-topic-free-training = Can I study free of charge
consultations-topic-trouble = Something does not work
consultations-topic-other = Something else
consultations-faq = <b>{ $topic }</b>

    This is asked often. Maybe the answer is here already?
consultations-own = Ask something else
consultations-faq-answer = <b>{ $question }</b>

    { $answer }
consultations-helped = This helped
consultations-still = Ask all the same
consultations-glad = Good! If there is another question, just ask.
consultations-write = <b>{ $topic }</b>

    Type the question in one message. No name, phone or papers are needed. A specialist of the Center or a mentor answers; Center staff see all that is written.
consultations-without = Send without words
consultations-more = <b>Question No. { $number }.</b> Type what you want to add, in one message. Center staff see all that is written.
consultations-asked = <b>Question No. { $number } is with the specialists.</b> { $when }

    If it is urgent: { $phone }, { $hours }.{ $guest }
consultations-office-open = The answer comes here, within 48 hours.
consultations-office-closed = The Center is closed now: the answer comes after { $opens }.
consultations-guest = {" "}You are a guest: question and answer are erased a day after your last message.
consultations-site = Open the Center's site
consultations-mine = My questions
consultations-mine-text = <b>My questions</b>

    { $lines }
consultations-none = There are no questions yet.
consultations-line = No. { $number }, { $at }: { $topic } — { $state }
consultations-open = Open question No. { $number }
consultations-state-new = waits for a specialist
consultations-state-taken = a specialist is at it
consultations-state-answered = answered
consultations-state-closed = settled
consultations-question = <b>Question No. { $number }: { $topic }</b>
    { $state }

    { $thread }
consultations-said = <b>Question</b>, { $at }
    { $text }
consultations-replied = <b>Answer</b>, { $at }
    { $text }
consultations-answered = <b>Answer to question No. { $number }</b>

    { $answer }
consultations-add = Ask more
consultations-thank = Thank you, it is settled
consultations-closed = Good, question No. { $number } is closed. If there is more, just go on with it.
