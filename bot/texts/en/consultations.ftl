consultations-topics = <b>What would you like to ask?</b>

    No name or phone is needed. You can also call at once: { $phone }, { $hours }.
consultations-topic-choice = I do not know what to choose
consultations-topic-application = How to apply
consultations-topic-free-training = Can I study free of charge
consultations-topic-trouble = Something does not work
consultations-topic-other = Something else
consultations-asked = <b>Your question is noted, its number is { $number }.</b>

    The Center's staff see it. Call or write and give the number, so that you need not explain again: { $phone }, { $email } ({ $hours }).
consultations-site = Open the Center's site
