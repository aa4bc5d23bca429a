start-welcome = <b>Hello! This is Traektoria, the helper of the Center for Advanced Vocational Training.</b>

    I help you see what interests you, find a course or a try-out nearby and apply. I am free; each course shows its price. Courses are taught in Russian.

    Who are you?
start-role-pupil = I am at school or college
start-role-adult = I am an adult who wants to learn
start-role-guardian = I am a parent or guardian
start-role-teacher = I am a teacher
start-age = How old are you? It decides which programmes are open to you.
start-age-under-14 = Under 14
start-age-from-14 = 14 to 17
start-age-from-18 = { $tone ->
    [informal] 18 or older
   *[formal] 18 to 49
}
start-age-from-50 = 50 or older
start-grade = Which grade are you in?
start-grade-number = Grade { $grade }
start-grade-none = 0. I study at a college
start-children = <b>Try anything you like!</b> Answer the questionnaire, look at programmes, save what you like.

    Under 14 an adult applies: show the programme to your parents. Your answers live for { $hours } hours after your last message, then they are erased.
start-children-go = Fine, let us begin
start-education = What is your education? If you study at a college or university now, choose that.
start-education-school = School
start-education-studying = Studying at college or university
start-education-college = College
start-education-university = University
consent-text = <b>Keep your answers?</b>

    If you agree, { $operator } will keep your chat number, grade or education, answers, saved items, applications, event registrations and messages to specialists. Your name, phone and documents are not needed here: do not send them.

    You can change your mind at any time: /forget erases everything. Without consent you can still answer the questionnaire and browse.
consent-agree = Yes, keep them
consent-guest = No, I will look around as a guest
consent-details = What exactly is kept
privacy-text = <b>What data is kept</b>

    Who is responsible: { $name }, { $address }. Phone { $phone }, { $email }.

    What: chat number, role, age group, grade or education, city, answers, saved items, applications, event registrations, questions to a specialist and the answers, wishes about mailings, consents. Why: to find a programme, handle an application, register you for events and remind you. Names, phones and documents are not collected in the chat; if you send one, the message is deleted and not stored.

    How long: a guest, one day without activity; the rest, until you erase it with /forget. /export gives you everything that is stored. /forget also withdraws your consent.
start-role = <b>Who are you?</b> It decides the questions and the matches.
start-child = Which grade is your child in? Then I show what is open to them.
start-child-6 = Grades 5–6
start-child-7 = Grade 7
start-child-8 = Grade 8
start-child-9 = Grade 9
start-child-10 = Grades 10–11
