error-not-found = This is no longer here. Open the menu for what is up to date.
error-not-understood = I did not understand. Type a trade or a hobby in your own words and I will look. Or open the menu.
error-stale-button = This button is out of date. Open the menu: everything is in its place, your answers are kept.
error-not-permitted = Only the Center's staff may do this.
error-sorry = Something broke on our side and we are looking into it. Your reference: { $reference }. What you have done so far is kept.
error-no-such-number = There is no such number on the screen. Look at the buttons of the last message, or open the menu.
