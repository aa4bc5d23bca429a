help-text = <b>How it works</b>

    Press buttons or type the number on a button. You can also just type what you look for: “welder”. Answers are kept at once; go on any day.

    { $commands }
help-file-photo = I do not need a photo: I removed it and did not keep it. Type what you are looking for.
help-file-voice = I cannot listen to voice messages. Please type it.
help-file-sticker = Thank you 🙂 Now type what interests you, or open the menu.
help-file-other = I do not take or keep files. Type what you are looking for, or open the menu.
help-secrets = <b>Please do not send phone numbers, e-mail addresses or documents here.</b> I removed your message and kept nothing of it. To talk to a person press “A person”: the phone is there.
help-stopped = Fine, I will not write first any more, not even about a place from the queue: see “My applications”. Everything is kept. To erase it all: /forget
help-resume = Write to me again
help-resumed = Fine, I will tell you again about your applications.
help-file-contact = There is no need to send a phone number: I removed it and did not keep it.
help-file-location = There is no need to send a place, I removed it. Type the name of your town.
help-duties = For the team, the desk: /staff
    { $duties }
