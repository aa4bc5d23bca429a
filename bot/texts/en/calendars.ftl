calendars-name = Traektoria: my events
calendars-take = Add to calendar
calendars-mine = My calendar
calendars-about = About the event and “not coming”: { $link }
calendars-file = Open the file: the phone will offer to add the event to its calendar. If the time or place changes, I will write, and you can take the file again.
calendars-ask = <b>My calendar</b>
    Through a secret link the phone's calendar shows your events and lessons by itself, moved and cancelled ones too. Whoever knows the link sees them as well, without a name. You can take the link back.
calendars-make = Subscribe to my calendar
calendars-known = <b>My calendar</b>
    The link was made: { $made }. It cannot be shown again: only its fingerprint is stored. If it is lost make a new one, and the old one stops working.
calendars-renew = Make a new link
calendars-revoke = Take the link back
calendars-link = Copy the link and add it in the phone's calendar as a subscription by address (URL). Do not show it to anybody.

    <code>{ $link }</code>
calendars-revoked = The link works no more. The events stay in the phone's calendar until you remove the subscription there too.
calendars-privacy = A link to your own calendar, if you make one: it shows events and lessons without a name. To take it back: “My events”.
forget-calendar = the link to the calendar
