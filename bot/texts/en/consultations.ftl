consultations-topics = <b>What would you like to ask?</b>

    No name or phone is needed. You can also call at once: { $phone }, { $hours }.
consultations-topic-choice = I do not know what to choose
consultations-topic-application = How to apply
consultations-topic-free-training = Can I study free of charge
consultations-topic-trouble = Something does not work
consultations-topic-other = Something else
consultations-asked = <b>Your topic is noted, number { $number }.</b>

    Staff do not answer in the chat yet: call or write and give the number — { $phone }, { $email } ({ $hours }).
consultations-site = Open the Center's site
